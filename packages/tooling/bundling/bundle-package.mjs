import { globSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { listImportEntries } from '../facades/list-import-entries.mjs';

/** The lowest Node that published packages run on. */
const TARGET = 'node20.11';

/**
 * Puts everything behind each CommonJS entry of a built package into one file, in the place of what tsc wrote: a
 * process that starts then reads one file instead of two hundred. An entry that another one imports stays a file of
 * its own, so that both share one instance of it. Declarations stay as tsc wrote them.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 */
export async function bundlePackage(workspacePackage) {
  const { directory } = workspacePackage;
  const entries = listImportEntries(workspacePackage).map(({ commonJs }) => ({
    built: commonJs,
    source: join(directory, 'src', relative(join(directory, 'dist'), commonJs)).replace(
      /\.js$/,
      '.ts',
    ),
  }));
  for (const { built, source } of entries) {
    const others = new Map(
      entries
        .filter((entry) => entry.source !== source)
        .map((entry) => [entry.source, entry.built]),
    );
    await build({
      entryPoints: [source],
      outfile: built,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: TARGET,
      packages: 'external',
      minifySyntax: true,
      minifyWhitespace: true,
      // Whoever requires it calls functions, not the getters that stand for them.
      footer: { js: 'module.exports = { ...module.exports };' },
      logLevel: 'error',
      plugins: [keepApart(others, dirname(built))],
    });
  }
  removeUnbundled(
    directory,
    entries.map(({ built }) => built),
  );
}

/**
 * @param {ReadonlyMap<string, string>} others built file by source of the other entries
 * @param {string} folder where the bundle is written
 * @returns {import('esbuild').Plugin}
 */
function keepApart(others, folder) {
  const isOurs = Symbol('asked by this plugin');
  return {
    name: 'keep-entries-apart',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\./ }, async ({ path, resolveDir, kind, importer, pluginData }) => {
        if (pluginData === isOurs || importer === '') return undefined;
        const found = await resolve(path, { resolveDir, kind, importer, pluginData: isOurs });
        const built = others.get(found.path);
        return built === undefined
          ? undefined
          : { path: `./${relative(folder, built)}`, external: true };
      });
    },
  };
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
