// Builds the servers and tools that tests run against, those that are missing, into a cache folder; and installs those that
// are not built, where the system is Debian.
//
//   install.mjs          prints name, version, where and seconds of each; exits with 1 when one is missing
//   install.mjs --list   prints JSON, path or null by name, and builds nothing
import { buildPeer } from './build.mjs';
import { canInstallFromDebian, installFromDebian } from './debian.mjs';
import { findAllPeers, findInCache, findOnPath, findPeer } from './find.mjs';
import { PEER_NAMES, PEERS } from './peers.mjs';
import { run } from './run.mjs';

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} name @param {string} version @param {string} where @param {string} how */
function report(name, version, where, how) {
  console.log(`${name.padEnd(17)} ${version.padEnd(10)} ${where} (${how})`);
}

/** @param {string} path of a peer's binary */
function versionOf(path) {
  try {
    return /(?:version|Chromium) (\S+)/.exec(run(path, ['--version']))?.[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/**
 * @param {string} name of a peer
 * @returns {boolean} whether the pinned version is in the cache now
 */
function provide(name) {
  const { release = '' } = PEERS[name] ?? {};
  const cached = findInCache(name);
  if (cached !== null) {
    report(name, release, cached, 'cached');
    return true;
  }
  const start = performance.now();
  try {
    const path = buildPeer(name);
    report(name, release, path, `built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    console.error(`${name} ${release} was not built: ${messageOf(error)}`);
    return false;
  }
}

/** @param {string[]} unbuilt names of peers that could not be built */
function fallBack(unbuilt) {
  const absent = unbuilt.filter((name) => findPeer(name) === null);
  if (absent.length > 0 && canInstallFromDebian()) {
    try {
      installFromDebian(absent);
    } catch (error) {
      console.error(messageOf(error));
    }
  }
  for (const name of unbuilt) {
    const path = findPeer(name);
    if (path !== null) report(name, versionOf(path), path, 'from PATH');
  }
  return unbuilt.filter((name) => findPeer(name) === null);
}

function install() {
  const wanted = Object.keys(PEERS).filter((name) => findInCache(name) === null);
  const canBuild = findOnPath('go') !== null;
  if (wanted.length > 0 && !canBuild) {
    console.error(`Go is not on PATH, so these cannot be built: ${wanted.join(', ')}.`);
  }
  const unbuilt = PEER_NAMES.filter(
    (name) => !(name in PEERS && (canBuild || findInCache(name)) && provide(name)),
  );
  const missing = fallBack(unbuilt);
  if (missing.length > 0) {
    console.error(`Still missing: ${missing.join(', ')}.`);
    process.exitCode = 1;
  }
}

const [option] = process.argv.slice(2);
if (option === undefined) install();
else if (option === '--list') console.log(JSON.stringify(findAllPeers()));
else {
  console.error(`Unknown option ${option}; there is only --list.`);
  process.exitCode = 2;
}
