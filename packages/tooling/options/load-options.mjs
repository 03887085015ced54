import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPackage } from '../packing/hash-package.mjs';
import { readOptions } from './read-options.mjs';

/** @typedef {import('./read-options.mjs').OptionTable} OptionTable */

/**
 * @param {string} file
 * @param {string} hash
 * @returns {OptionTable[] | undefined}
 */
function readKept(file, hash) {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept.hash === hash ? kept.tables : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The options of all published packages, as built. They are kept until a package changes: TypeScript takes seconds.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {OptionTable[]}
 */
export function loadOptions({ root, packages }) {
  const published = packages
    .filter(({ isPublic }) => isPublic)
    // What all others build on comes first.
    .sort((a, b) => Number(b.folder === 'core') - Number(a.folder === 'core'));
  const hash = createHash('sha256');
  for (const one of published) hash.update(hashPackage(one, 'dist', root, import.meta.dirname));
  const digest = hash.digest('hex');
  const cache = join(root, '.cache/options');
  const file = join(cache, 'tables.json');
  const kept = readKept(file, digest);
  if (kept !== undefined) return kept;
  const tables = readOptions(published);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify({ hash: digest, tables }));
  return tables;
}
