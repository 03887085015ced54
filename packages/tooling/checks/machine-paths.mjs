import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listCommittedFiles } from '../workspace/list-committed-files.mjs';

const run = promisify(execFile);

const LOOPBACK = /^(localhost$|127\.|\[)/;
const MAY_NAME_REGISTRIES = new Set(['pnpm-lock.yaml']);

/** Written so that this file does not match itself. */
const LEAKS = [
  // Only at the start of a path: the same words inside a URL or a longer path are somebody else's.
  {
    what: 'names a path of one machine',
    pattern: /(?:file:\/\/|(?<![\w.~/-]))\/(?:work|farm|root|home\/[\w.-]+)\//,
  },
  {
    what: 'names a package registry',
    pattern: /\b(?:registry\.[a-z0-9-]+\.(?:org|com|net|io|dev)|npm\.pkg\.github\.com)\b/,
  },
];

/**
 * What a line gives away of the machine it was written on, if anything.
 * @param {string} line
 * @param {string | undefined} registryHost host of the registry that packages were installed from
 * @returns {string | undefined}
 */
export function findLeak(line, registryHost) {
  const leak = LEAKS.find(({ pattern }) => pattern.test(line));
  if (leak !== undefined) return leak.what;
  return registryHost !== undefined && line.includes(registryHost)
    ? 'names the package registry of this machine'
    : undefined;
}

/**
 * The host of the registry that npm is set up to use; absent where it cannot be told or is this machine itself.
 * @returns {Promise<string | undefined>}
 */
async function readRegistryHost() {
  try {
    const { stdout } = await run('npm', ['config', 'get', 'registry']);
    const { hostname } = new URL(stdout.trim());
    return LOOPBACK.test(hostname) ? undefined : hostname;
  } catch {
    return undefined;
  }
}

/**
 * Paths of one machine and package registries in the files that git tracks.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function checkMachinePaths({ root }) {
  const registryHost = await readRegistryHost();
  const files = await listCommittedFiles(root);
  return files
    .filter((path) => !MAY_NAME_REGISTRIES.has(path))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      if (text.includes('\0')) return [];
      return text.split('\n').flatMap((line, index) => {
        const what = findLeak(line, registryHost);
        return what === undefined ? [] : [{ where: `${path}:${index + 1}`, what }];
      });
    });
}
