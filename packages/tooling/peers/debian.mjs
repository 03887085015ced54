import { findOnPath } from './find.mjs';
import { PEERS, UNBUILT_PEERS } from './peers.mjs';
import { run } from './run.mjs';

/** @returns {boolean} whether Debian packages can be installed here, by this user */
export function canInstallFromDebian() {
  return findOnPath('apt-get') !== null && process.getuid?.() === 0;
}

/**
 * Installs Debian's version of peers, which is older than ours: bookworm's Prometheus takes no OTLP.
 * @param {string[]} names of peers; those that Debian does not have are left out
 * @throws {Error} when apt-get fails
 */
export function installFromDebian(names) {
  const packages = new Set(
    names
      .map((name) => (PEERS[name] ?? UNBUILT_PEERS[name])?.debian)
      .filter((name) => name !== undefined),
  );
  if (packages.size === 0) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}
