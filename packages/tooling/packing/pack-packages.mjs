import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { STAGE } from './stage.mjs';

const run = promisify(execFile);

/**
 * Packs packages as they would be published, all in one call because npm takes seconds to start.
 * @param {readonly import('../workspace/read-workspace.mjs').WorkspacePackage[]} packages
 * @param {string} destination absolute path of an existing folder
 * @returns {Promise<Map<string, string>>} absolute path of the tarball by package name
 */
export async function packPackages(packages, destination) {
  if (packages.length === 0) return new Map();
  const { stdout } = await run(
    'npm',
    [
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      destination,
      ...packages.map(({ directory }) => join(directory, STAGE)),
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return new Map(
    Object.values(JSON.parse(stdout)).map(({ name, filename }) => [
      name,
      join(destination, filename),
    ]),
  );
}
