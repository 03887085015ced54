import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds the workspace. */
export const WORKSPACE_ROOT = resolve(import.meta.dirname, '../../..');

/**
 * One package of the workspace.
 * @typedef {object} WorkspacePackage
 * @property {string} folder name of its folder below `packages`
 * @property {string} path the same from the root of the workspace, with forward slashes
 * @property {string} directory the same as an absolute path
 * @property {Record<string, any>} manifest its package.json
 * @property {boolean} isPublic whether it is published
 */

/**
 * @typedef {object} Workspace
 * @property {string} root absolute path
 * @property {WorkspacePackage[]} packages by folder name
 */

/**
 * The workspace with every package below `packages`. Folders without a package.json are left out.
 * @param {string} [root] absolute path
 * @returns {Workspace}
 */
export function readWorkspace(root = WORKSPACE_ROOT) {
  const packages = readdirSync(join(root, 'packages'))
    .sort()
    .filter((folder) => existsSync(join(root, 'packages', folder, 'package.json')))
    .map((folder) => {
      const directory = join(root, 'packages', folder);
      const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
      return {
        folder,
        path: `packages/${folder}`,
        directory,
        manifest,
        isPublic: manifest.private !== true,
      };
    });
  return { root, packages };
}
