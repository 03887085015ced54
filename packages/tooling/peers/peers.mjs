import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A Go module that is built as its authors published it, with its own go.mod and go.sum.
 * @typedef {object} PublishedModule
 * @property {string} module
 * @property {string} version
 * @property {string} sum what `go mod download -json` gives as Sum
 * @property {string[]} tags
 * @property {Record<string, string>} files added before the build, by path in the module
 */

/**
 * A server or tool that tests run against.
 * @typedef {object} Peer
 * @property {string} release as its own --version prints it
 * @property {PublishedModule | 'collector'} source 'collector' is the module in that folder
 * @property {string} package Go package of the program, from the root of its module
 * @property {string} [debian] Debian package that holds an older one
 * @property {string} [debianName] name of the program there, if it differs
 */

/** @type {PublishedModule} */
const PROMETHEUS = {
  module: 'github.com/prometheus/prometheus',
  version: 'v0.316.0',
  sum: 'h1:f1GRFerhTMKQma+awCoC9T820ecWeGSdF+xAlMHzZzM=',
  // Leaves out the cloud clients, most of the build. Static, file and HTTP discovery stay.
  tags: ['remove_all_sd'],
  files: {},
};

/** @type {PublishedModule} */
const ALERTMANAGER = {
  module: 'github.com/prometheus/alertmanager',
  version: 'v0.34.2',
  sum: 'h1:4oOnHs4J41X9n+7MucFjA3I5i5MtasjWTnIY27q5Qkw=',
  tags: [],
  // It embeds its built web pages, which the module does not hold.
  files: {
    'ui/app/dist/index.html': '<!doctype html><title>Alertmanager without its pages</title>\n',
  },
};

/** @type {Record<string, Peer>} */
export const PEERS = {
  prometheus: {
    release: '3.16.0',
    source: PROMETHEUS,
    package: './cmd/prometheus',
    debian: 'prometheus',
  },
  promtool: {
    release: '3.16.0',
    source: PROMETHEUS,
    package: './cmd/promtool',
    debian: 'prometheus',
  },
  alertmanager: {
    release: '0.34.2',
    source: ALERTMANAGER,
    package: './cmd/alertmanager',
    debian: 'prometheus-alertmanager',
    debianName: 'prometheus-alertmanager',
  },
  amtool: {
    release: '0.34.2',
    source: ALERTMANAGER,
    package: './cmd/amtool',
    debian: 'prometheus-alertmanager',
  },
  'otelcol-authmeter': { release: '0.155.0', source: 'collector', package: '.' },
};

/**
 * What no Go compiler makes: tests take whatever version is on PATH.
 * @type {Record<string, { debian: string }>}
 */
export const UNBUILT_PEERS = {
  chromium: { debian: 'chromium' },
};

export const PEER_NAMES = [...Object.keys(PEERS), ...Object.keys(UNBUILT_PEERS)];

/** Folder of the collector's manifest, go.mod and go.sum. */
export const COLLECTOR_FOLDER = fileURLToPath(new URL('collector/', import.meta.url));

/**
 * Names one set of binaries: it changes when a version, a tag or the collector's manifest does.
 * @returns {string} 12 hex digits
 */
export function hashManifests() {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([PEERS, process.platform, process.arch]));
  for (const file of readdirSync(COLLECTOR_FOLDER).sort()) {
    hash.update(file).update(readFileSync(new URL(`collector/${file}`, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 12);
}
