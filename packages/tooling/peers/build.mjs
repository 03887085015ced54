import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findPeersFolder, locateInCache } from './find.mjs';
import { COLLECTOR_FOLDER, PEERS } from './peers.mjs';
import { run } from './run.mjs';

/** Package of ocb, which writes a collector's Go files. */
export const BUILDER_PACKAGE = 'go.opentelemetry.io/collector/cmd/builder';
/** Without cgo no C compiler is needed, and without go.work the versions are those of the module. */
export const GO_ENV = { CGO_ENABLED: '0', GOWORK: 'off' };
/** Packages must be compiled alike everywhere, or Go's build cache is of no use from peer to peer. */
const BUILD_FLAGS = ['-mod=readonly', '-trimpath', '-buildvcs=false'];

/**
 * Builds the pinned version of a peer into the cache. Others see a whole binary or none.
 * @param {string} name of a peer
 * @returns {string} absolute path of the binary
 * @throws {Error} when Go cannot fetch or build it, or when a module is not the one that was pinned
 */
export function buildPeer(name) {
  const peer = PEERS[name];
  if (peer === undefined) throw new Error(`no peer is called ${name}`);
  mkdirSync(findPeersFolder(), { recursive: true });
  // Next to its destination, because a rename is atomic only within one file system.
  const work = mkdtempSync(join(findPeersFolder(), 'building-'));
  try {
    const source = join(work, 'source');
    const binary = join(work, name);
    if (peer.source === 'collector') writeCollectorSource(source);
    else copyModuleSource(peer.source, source);
    const ldflags = `-s -w -X github.com/prometheus/common/version.Version=${peer.release}`;
    const tags = peer.source === 'collector' ? [] : peer.source.tags;
    const flags = ['-ldflags', ldflags, '-tags', tags.join(',')];
    go(['build', ...BUILD_FLAGS, ...flags, '-o', binary, peer.package], source);
    mkdirSync(dirname(locateInCache(name)), { recursive: true });
    renameSync(binary, locateInCache(name));
    return locateInCache(name);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * A copy, because Go's own module cache must not be added to.
 * @param {import('./peers.mjs').PublishedModule} published
 * @param {string} folder does not exist yet
 */
function copyModuleSource({ module, version, sum, files }, folder) {
  mkdirSync(folder);
  const download = JSON.parse(go(['mod', 'download', '-json', `${module}@${version}`], folder));
  if (download.Sum !== sum) throw new Error(`${module}@${version} is ${download.Sum}, not ${sum}`);
  cpSync(download.Dir, folder, { recursive: true });
  // Go keeps its cache read-only; as a copy it could be neither added to nor removed.
  run('chmod', ['-R', 'u+w', folder]);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * The Go files that the collector's builder writes from the manifest, beside our go.mod and go.sum.
 * @param {string} folder does not exist yet
 */
function writeCollectorSource(folder) {
  cpSync(COLLECTOR_FOLDER, folder, { recursive: true });
  const builder = join(folder, 'builder');
  go(['build', ...BUILD_FLAGS, '-o', builder, BUILDER_PACKAGE], folder);
  runBuilder(builder, folder);
}

/**
 * Writes the Go files of the collector, and nothing else.
 * @param {string} builder ocb
 * @param {string} folder holds builder.yaml
 */
export function runBuilder(builder, folder) {
  run(builder, ['--config', 'builder.yaml', '--skip-get-modules', '--skip-compilation'], {
    cwd: folder,
    // It leaves an empty folder behind in the machine's own.
    env: { TMPDIR: folder },
  });
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @returns {string} stdout
 */
function go(args, cwd) {
  return run('go', args, { cwd, env: GO_ENV });
}
