import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareValues } from '../packing/compare-values.mjs';
import { hashPackage } from '../packing/hash-package.mjs';
import { packPackages } from '../packing/pack-packages.mjs';
import { runAttw } from '../packing/run-attw.mjs';
import { runPublint } from '../packing/run-publint.mjs';
import { STAGE } from '../packing/stage.mjs';

const PACKING = join(import.meta.dirname, '../packing');
/** How many packages are judged at a time; each starts a TypeScript of its own. */
const JUDGES = 2;

/** @typedef {import('../run-checks.mjs').Problem} Problem */
/** @typedef {import('../workspace/read-workspace.mjs').WorkspacePackage} WorkspacePackage */

/**
 * What was found last time, if the package has not changed since.
 * @param {string} file
 * @param {string} hash
 * @returns {Problem[] | undefined}
 */
function readVerdict(file, hash) {
  try {
    const verdict = JSON.parse(readFileSync(file, 'utf8'));
    return verdict.hash === hash ? verdict.problems : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Packs packages and judges each tarball.
 * @param {readonly WorkspacePackage[]} packages
 * @param {string} cache absolute path of the folder for temporary files
 * @returns {Promise<Map<WorkspacePackage, Problem[]>>}
 */
async function judgePackages(packages, cache) {
  const destination = mkdtempSync(join(cache, 'tarballs-'));
  try {
    const tarballs = await packPackages(packages, destination);
    /** @type {Map<WorkspacePackage, Problem[]>} */
    const found = new Map();
    const waiting = packages.values();
    const judge = async () => {
      for (const workspacePackage of waiting) {
        const tarball = tarballs.get(workspacePackage.manifest.name);
        if (tarball === undefined) throw new Error(`npm did not pack ${workspacePackage.path}`);
        found.set(workspacePackage, [
          ...(await runPublint(workspacePackage, tarball)),
          ...(await runAttw(workspacePackage, tarball)),
          ...(await compareValues(workspacePackage)),
        ]);
      }
    };
    await Promise.all(Array.from({ length: JUDGES }, judge));
    return found;
  } finally {
    rmSync(destination, { recursive: true, force: true });
  }
}

/**
 * What publint and attw find in the published packages as packed, and values that are declared and not there, or the
 * reverse. Verdicts are kept until a package changes.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<Problem[]>}
 */
export async function checkPackedPackages({ root, packages }) {
  const cache = join(root, '.cache/packed');
  mkdirSync(cache, { recursive: true });
  const cases = packages
    .filter(({ isPublic }) => isPublic)
    .map((workspacePackage) => {
      const file = join(cache, `${workspacePackage.folder}.json`);
      const hash = hashPackage(workspacePackage, STAGE, root, PACKING);
      return { workspacePackage, file, hash, kept: readVerdict(file, hash) };
    });
  const changed = cases.filter(({ kept }) => kept === undefined);
  const found =
    changed.length === 0
      ? new Map()
      : await judgePackages(
          changed.map(({ workspacePackage }) => workspacePackage),
          cache,
        );
  return cases.flatMap(({ workspacePackage, file, hash, kept }) => {
    const problems = kept ?? found.get(workspacePackage) ?? [];
    if (kept === undefined) writeFileSync(file, JSON.stringify({ hash, problems }));
    return problems;
  });
}
