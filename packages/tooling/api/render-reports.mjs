import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const EXTRACTOR = join(import.meta.dirname, 'extract-report.mjs');
/** How many packages are read at a time; each reader starts a TypeScript of its own. */
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
 * A digest of all that a report is made of: the types of a package, what it exports of them, and what makes it.
 * @param {WorkspacePackage} workspacePackage
 * @returns {string} 64 hex digits
 */
function hashTypes({ directory, manifest }) {
  const hash = createHash('sha256').update(JSON.stringify(manifest.exports ?? {}));
  const types = globSync('dist/**/*.d.ts', { cwd: directory }).sort();
  const files = [EXTRACTOR, import.meta.filename, ...types.map((file) => join(directory, file))];
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
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
 * Reads packages, one after the other, in one process.
 * @param {readonly WorkspacePackage[]} packages
 * @param {string} cache
 * @returns {Promise<Map<WorkspacePackage, Report[]>>}
 */
async function readPackages(packages, cache) {
  const folder = mkdtempSync(join(cache, 'reports-'));
  try {
    const entries = packages.flatMap((workspacePackage) =>
      listEntries(workspacePackage).map((entry) => ({ ...entry, workspacePackage })),
    );
    const files = entries.map((_, index) => join(folder, `${index}.api.md`));
    const given = entries.flatMap(({ workspacePackage, types }, index) => [
      workspacePackage.directory,
      types,
      files[index] ?? '',
    ]);
    await run(process.execPath, [EXTRACTOR, ...given]);
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    return new Map(
      packages.map((workspacePackage) => [
        workspacePackage,
        entries.flatMap(({ path, workspacePackage: owner }, index) =>
          owner === workspacePackage ? [{ path, text: texts[index] ?? '' }] : [],
        ),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What every entry of every published package offers, as built. Reports are kept until the types of a package change.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<Report[]>}
 */
export async function renderReports({ root, packages }) {
  const cache = join(root, '.cache/api');
  mkdirSync(cache, { recursive: true });
  const known = packages
    .filter(({ isPublic }) => isPublic)
    .map((workspacePackage) => {
      const file = join(cache, `${workspacePackage.folder}.json`);
      const hash = hashTypes(workspacePackage);
      return { workspacePackage, file, hash, reports: readKept(file, hash) };
    });
  const stale = known.filter(({ reports }) => reports === undefined);
  const shares = Array.from({ length: READERS }, (_, reader) =>
    stale.filter((_stale, index) => index % READERS === reader),
  ).filter(({ length }) => length > 0);
  const read = await Promise.all(
    shares.map((share) =>
      readPackages(
        share.map(({ workspacePackage }) => workspacePackage),
        cache,
      ),
    ),
  );
  return known.flatMap(({ workspacePackage, file, hash, reports }) => {
    if (reports !== undefined) return reports;
    const found = read.flatMap((share) => share.get(workspacePackage) ?? []);
    writeFileSync(file, JSON.stringify({ hash, reports: found }));
    return found;
  });
}
