import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Packs each package with pnpm, which puts real ranges in the place of `workspace:`, and publishes the tarball.
 * @param {readonly import('../workspace/read-workspace.mjs').WorkspacePackage[]} packages
 * @param {import('./start-registry.mjs').Registry} registry
 * @param {string} folder absolute path, for the tarballs
 */
export async function publishPackages(packages, registry, folder) {
  mkdirSync(folder, { recursive: true });
  for (const { directory, folder: name } of packages) {
    const tarball = join(folder, `${name}.tgz`);
    await run('npx', ['-y', 'pnpm@12', 'pack', '--out', tarball], { cwd: directory });
    await run('npm', ['publish', tarball, '--ignore-scripts', '--userconfig', registry.npmrc], {
      cwd: folder,
    });
  }
}
