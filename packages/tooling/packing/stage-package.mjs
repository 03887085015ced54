import { copyFileSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rollUpDeclarations } from './roll-up-declarations.mjs';
import { STAGE } from './stage.mjs';

const ALWAYS_PUBLISHED = ['README*', 'LICENSE*'];
const DECLARATIONS = 'dist/**/*.d.ts';

/**
 * Writes a built package as npm gets it: what its manifest lists, with one file of declarations for each entry. Those
 * that tsc wrote stay where they are, since the other packages of the workspace are compiled against them.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 */
export async function stagePackage(workspacePackage) {
  const { directory, manifest } = workspacePackage;
  const declarations = await rollUpDeclarations(workspacePackage);
  const stage = join(directory, STAGE);
  rmSync(stage, { recursive: true, force: true });
  for (const file of listPublished(workspacePackage)) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    copyFileSync(join(directory, file), join(stage, file));
  }
  for (const [file, text] of declarations) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    writeFileSync(join(stage, file), text);
  }
  writeFileSync(join(stage, 'package.json'), renderManifest(manifest));
}

/**
 * What a package publishes as it lies there, from its folder, sorted: all that is not written for npm alone.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @returns {string[]}
 */
export function listPublished({ directory, manifest }) {
  /** @type {readonly string[]} */
  const patterns = manifest['files'] ?? [];
  const left = patterns.filter((pattern) => pattern.startsWith('!'));
  const files = globSync(
    [
      ...ALWAYS_PUBLISHED,
      ...patterns
        .filter((pattern) => !pattern.startsWith('!'))
        .flatMap((pattern) => [pattern, `${pattern}/**`]),
    ],
    { cwd: directory, exclude: [...left.map((pattern) => pattern.slice(1)), DECLARATIONS] },
  );
  return [...new Set(files)].filter((file) => statSync(join(directory, file)).isFile()).sort();
}

/**
 * The manifest without what concerns the workspace alone.
 * @param {Record<string, any>} manifest
 */
function renderManifest({ publishConfig, ...manifest }) {
  const published = {
    ...leaveOut(manifest, ['devDependencies', 'scripts']),
    publishConfig: leaveOut(publishConfig, ['directory', 'linkDirectory']),
  };
  return `${JSON.stringify(published, undefined, 2)}\n`;
}

/**
 * @param {Record<string, any>} object
 * @param {readonly string[]} keys
 * @returns {Record<string, any>}
 */
function leaveOut(object, keys) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
