import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { listImportEntries } from '../facades/list-import-entries.mjs';
import { analyseEntries } from './analyse-entries.mjs';
import { requireOnce } from './require-once.mjs';
import { requireShared } from './require-shared.mjs';
import { shortenVariables } from './shorten-variables.mjs';

/** The lowest Node that published packages run on. */
const TARGET = 'node20.11';
/** Holds what more than one entry needs. */
const SHARED = 'shared-by-entries.js';

/**
 * Puts everything behind each CommonJS entry of a built package into one file, in the place of what tsc wrote: a
 * process that starts then reads one file instead of two hundred. What several entries need is a file that all of
 * them require, so that they hold the same objects, and each loads no more than it needs. Declarations stay as tsc
 * wrote them.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 */
export async function bundlePackage(workspacePackage) {
  const { directory } = workspacePackage;
  const dist = join(directory, 'dist');
  const entries = listImportEntries(workspacePackage);
  const sources = entries.map(({ source }) => source);
  const { names, shared } = await analyseEntries(sources, TARGET);
  const sharedFile = join(dist, SHARED);
  const isShared = shared.size > 0;
  const bundles = entries.map(({ commonJs: built, source }) => ({
    built,
    text: renderEntry(new Map([[source, names.get(source) ?? []]])),
    plugins: isShared
      ? [requireShared({ own: source, sources, shared, from: dirname(built), file: sharedFile })]
      : [],
  }));
  if (isShared) bundles.push({ built: sharedFile, text: renderEntry(shared), plugins: [] });
  for (const { built, text, plugins } of bundles) {
    const { outputFiles } = await build({
      stdin: { contents: text, resolveDir: directory, loader: 'ts' },
      // Names of modules in the bundle say where they are in the sources, wherever it is made.
      absWorkingDir: join(directory, 'src'),
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: TARGET,
      packages: 'external',
      minifySyntax: true,
      minifyWhitespace: true,
      logLevel: 'error',
      // The entry is written for CommonJS, to export plain properties instead of getters.
      logOverride: { 'commonjs-variable-in-esm': 'silent' },
      plugins,
    });
    mkdirSync(dirname(built), { recursive: true });
    const code = requireOnce(outputFiles[0]?.text ?? '');
    // The sources are modules, which are strict.
    writeFileSync(built, await shortenVariables(`'use strict';${code}`));
  }
  removeUnbundled(
    directory,
    bundles.map(({ built }) => built),
  );
}

/**
 * The text of an entry that exports names of modules as properties, so that whoever requires it calls functions and
 * not the getters that stand for them.
 * @param {ReadonlyMap<string, readonly string[]>} modules names by absolute path
 */
function renderEntry(modules) {
  const imports = [...modules].map(
    ([source, names]) => `import { ${names.join(', ')} } from ${JSON.stringify(source)};\n`,
  );
  return `${imports.join('')}module.exports = { ${[...modules.values()].flat().join(', ')} };\n`;
}

/**
 * @param {string} directory
 * @param {readonly string[]} kept absolute paths
 */
function removeUnbundled(directory, kept) {
  for (const file of globSync('dist/**/*.{js,js.map}', { cwd: directory })) {
    const path = join(directory, file);
    if (!kept.includes(path)) rmSync(path);
  }
}
