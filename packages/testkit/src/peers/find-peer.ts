import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A server or tool that tests run against; the names of `packages/tooling/peers/peers.mjs`. */
export type PeerName =
  'prometheus' | 'promtool' | 'alertmanager' | 'amtool' | 'otelcol-authmeter' | 'chromium';

/** The command, from the root of the workspace, that installs every peer. */
export const INSTALL_COMMAND = 'node packages/tooling/peers/install.mjs';

// The same number of folders up from src/peers and from dist/peers.
const INSTALL_SCRIPT = join(__dirname, '../../../tooling/peers/install.mjs');

let known: Readonly<Record<string, string | null>> | undefined;

/**
 * Where a peer is installed: the pinned version from the cache, else whatever version is on PATH. Looked up once
 * per process.
 * @returns absolute path, or `null` when the peer is not installed
 * @throws {Error} when there is no peer of that name
 */
export function findPeer(name: PeerName): string | null {
  known ??= JSON.parse(
    execFileSync(process.execPath, [INSTALL_SCRIPT, '--list'], { encoding: 'utf8' }),
  ) as Record<string, string | null>;
  const path = known[name];
  if (path === undefined) throw new Error(`no peer is called ${name}`);
  return path;
}

/**
 * Where a peer is installed.
 * @returns absolute path
 * @throws {Error} that names the install command when the peer is not installed
 */
export function requirePeer(name: PeerName): string {
  const path = findPeer(name);
  if (path === null) throw new Error(`${name} is not installed; run: ${INSTALL_COMMAND}`);
  return path;
}
