import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Walked instead of asked of git, so that a copy without its history is checked the same way.
const NEVER_COMMITTED = new Set(['.git', 'node_modules', 'dist', '.cache', 'coverage']);

/**
 * Paths of the files below a folder, sorted, from the root with forward slashes. Build output is left out; a
 * folder that does not exist holds no files.
 * @param {string} folder from the root; all of the workspace when empty
 * @param {string} root absolute path of the workspace
 * @returns {string[]}
 */
export function listFiles(folder, root) {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter(({ name }) => !NEVER_COMMITTED.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(path, root);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/**
 * The TypeScript sources of one package, tests left out.
 * @param {{ path: string }} workspacePackage
 * @param {string} root absolute path of the workspace
 * @returns {string[]}
 */
export function listSources({ path }, root) {
  return listFiles(`${path}/src`, root).filter((file) => /\.[cm]?tsx?$/.test(file));
}
