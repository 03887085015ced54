import { join, relative } from 'node:path';

/**
 * One entry point that ESM users reach.
 * @typedef {object} ImportEntry
 * @property {string} subpath its key in `exports`, such as `.` or `./conventions`
 * @property {string} commonJs absolute path of the file that `require` loads
 * @property {string} source absolute path of the source of that
 * @property {string} types absolute path of its declarations
 * @property {string} facade absolute path of the file that `import` loads
 * @property {string} facadeTypes absolute path of the facade's declarations
 */

/**
 * The entries of a package's `exports` that have an `import` condition. Throws where one has no `require`
 * condition beside it: a facade needs something to stand in front of.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @returns {ImportEntry[]}
 */
export function listImportEntries({ path, directory, manifest }) {
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const esm = target?.import;
    if (esm === undefined) return [];
    const commonJs = target.require?.default;
    if (![commonJs, esm.default, esm.types].every((file) => typeof file === 'string')) {
      throw new Error(
        `${path}/package.json: exports["${subpath}"] needs import.types, import.default and require.default`,
      );
    }
    return [
      {
        subpath,
        commonJs: join(directory, commonJs),
        source: join(directory, 'src', relative('dist', commonJs).replace(/\.js$/, '.ts')),
        types: join(directory, commonJs.replace(/\.js$/, '.d.ts')),
        facade: join(directory, esm.default),
        facadeTypes: join(directory, esm.types),
      },
    ];
  });
}
