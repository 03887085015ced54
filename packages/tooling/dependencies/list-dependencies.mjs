import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Scripts that a package manager runs on the machine that installs. */
export const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

/**
 * Something that is installed with a package, because it or one of its dependencies asks for it.
 * @typedef {object} InstalledDependency
 * @property {string} name
 * @property {string} license
 * @property {readonly string[]} installScripts names of those that it has
 */

/**
 * What comes with the dependencies of a package in turn, by name, and nothing of ours. Optional peers are left out.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @returns {InstalledDependency[]}
 */
export function listInstalled({ directory, manifest }) {
  /** @type {Map<string, InstalledDependency>} */
  const found = new Map();
  const visit = (/** @type {string} */ folder, /** @type {Record<string, string>} */ wanted) => {
    for (const name of Object.keys(wanted)) {
      const place = locate(name, folder);
      const installed = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
      const { license, scripts = {}, dependencies = {} } = installed;
      if (found.has(name)) continue;
      const hasBinding = existsSync(join(place, 'binding.gyp'));
      const installScripts = INSTALL_SCRIPTS.filter((script) => script in scripts);
      // A package manager builds it without being asked to.
      if (hasBinding && installScripts.length === 0) installScripts.push('binding.gyp');
      if (!name.startsWith('@authmeter/')) found.set(name, { name, license, installScripts });
      visit(place, dependencies);
    }
  };
  visit(directory, manifest.dependencies ?? {});
  return [...found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/**
 * Where a package finds one of its dependencies.
 * @param {string} name
 * @param {string} folder absolute path of the package that asks
 * @returns {string} absolute path
 */
function locate(name, folder) {
  for (let place = realpathSync(folder); ; place = dirname(place)) {
    const candidate = join(place, 'node_modules', name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (place === dirname(place)) throw new Error(`${folder}: ${name} is not installed`);
  }
}
