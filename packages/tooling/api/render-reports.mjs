import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hashPackage } from '../packing/hash-package.mjs';

const run = promisify(execFile);
const EXTRACTOR = join(import.meta.dirname, 'extract-report.mjs');
/** How many entries are read at a time; each starts a TypeScript of its own. */
const READERS = 2;

/** @typedef {import('../workspace/read-workspace.mjs').WorkspacePackage} WorkspacePackage */
/** @typedef {{ path: string, text: string }} Report */

/**
 * The entries of a package that have types: the file with the types, and where its report is kept.
 * @param {WorkspacePackage} workspacePackage
 * @returns {{ types: string, path: string }[]} paths of the types from the package, of the report from the workspace
 */
export function listEntries({ path, manifest }) {
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const types = target?.require?.types;
    if (types === undefined) return [];
    const name = subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '-');
    return [{ types, path: `${path}/api/${name}.api.md` }];
  });
}

/**
 * @param {string} file
 * @param {string} hash
 * @returns {Report[] | undefined}
 */
function readKept(file, hash) {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept.hash === hash ? kept.reports : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {WorkspacePackage} workspacePackage
 * @param {string} cache
 * @returns {Promise<Report[]>}
 */
async function readPackage(workspacePackage, cache) {
  const folder = mkdtempSync(join(cache, 'report-'));
  try {
    const reports = [];
    for (const { types, path } of listEntries(workspacePackage)) {
      const file = join(folder, 'report.api.md');
      rmSync(file, { force: true });
      await run(process.execPath, [EXTRACTOR, workspacePackage.directory, types, file]);
      reports.push({ path, text: readFileSync(file, 'utf8') });
    }
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What every entry of every published package offers, as built. Reports are kept until a package changes.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<Report[]>}
 */
export async function renderReports({ root, packages }) {
  const cache = join(root, '.cache/api');
  mkdirSync(cache, { recursive: true });
  /** @type {Map<WorkspacePackage, Report[]>} */
  const found = new Map();
  const published = packages.filter(({ isPublic }) => isPublic);
  const waiting = published.values();
  const read = async () => {
    for (const workspacePackage of waiting) {
      const file = join(cache, `${workspacePackage.folder}.json`);
      const hash = hashPackage(workspacePackage, root, import.meta.dirname);
      const kept = readKept(file, hash);
      const reports = kept ?? (await readPackage(workspacePackage, cache));
      if (kept === undefined) writeFileSync(file, JSON.stringify({ hash, reports }));
      found.set(workspacePackage, reports);
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  return published.flatMap((workspacePackage) => found.get(workspacePackage) ?? []);
}
