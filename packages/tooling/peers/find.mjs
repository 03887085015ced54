import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { hashManifests, PEER_NAMES, PEERS } from './peers.mjs';

/**
 * The cache folder of all versions.
 * @returns {string} absolute path; it need not exist
 */
export function findPeersFolder() {
  const { AUTHMETER_PEERS_DIR, XDG_CACHE_HOME } = process.env;
  if (AUTHMETER_PEERS_DIR) return resolve(AUTHMETER_PEERS_DIR);
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'authmeter', 'peers');
}

/**
 * Where the binary of the pinned version belongs.
 * @param {string} name of a peer
 * @returns {string} absolute path; it need not exist
 */
export function locateInCache(name) {
  return join(findPeersFolder(), hashManifests(), name);
}

/**
 * @param {string} name of a peer
 * @returns {string | null} absolute path of the pinned version in the cache
 */
export function findInCache(name) {
  const path = locateInCache(name);
  return isExecutable(path) ? path : null;
}

/**
 * @param {string} name of a program
 * @returns {string | null} absolute path on PATH
 */
export function findOnPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => resolve(folder, name)).find(isExecutable) ?? null;
}

/**
 * A peer to run tests against: the pinned version if it was built, else whatever version is on PATH.
 * @param {string} name of a peer
 * @returns {string | null} absolute path
 */
export function findPeer(name) {
  const debianName = PEERS[name]?.debianName;
  return findInCache(name) ?? findOnPath(name) ?? (debianName ? findOnPath(debianName) : null);
}

/** @returns {Record<string, string | null>} absolute path by name of peer */
export function findAllPeers() {
  return Object.fromEntries(PEER_NAMES.map((name) => [name, findPeer(name)]));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
