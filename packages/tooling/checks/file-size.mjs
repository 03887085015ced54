import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, listSources } from '../workspace/list-files.mjs';

/** Lines. Above `usual` a file is named; above `most` it fails. */
const SOURCE_LINES = { usual: 150, most: 200 };
/** A list of exported names is as long as the surface that it lists. */
const INDEX_LINES = { usual: 200, most: 300 };
const TEST_LINES = { usual: 250, most: Infinity };
/** Lines of all sources together, by package: adapters translate and do nothing else. See decision 17. */
const ADAPTER_LINES = { express: 400, koa: 400, nestjs: 900, 'better-auth': 1100 };

/** How a file begins that a script has written. */
const GENERATED = '// Written by packages/tooling/';

/**
 * The complaint about a file of so many lines, if any.
 * @param {string} where
 * @param {number} lines
 * @param {{ usual: number, most: number }} limits
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function judgeLength(where, lines, { usual, most }) {
  if (lines <= usual) return [];
  if (lines > most) return [{ where, what: `has ${lines} lines; ${most} is the most` }];
  return [{ where, what: `has ${lines} lines; ${usual} is usual`, isNotice: true }];
}

/** @param {string} file */
const limitsOf = (file) => (file.endsWith('/index.ts') ? INDEX_LINES : SOURCE_LINES);

/**
 * Files, and adapters as a whole, that grew too long. Only sources above the hard limit fail.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function checkFileSize({ root, packages }) {
  /** @param {string} path */
  const countLines = (path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;
  return packages.flatMap((workspacePackage) => {
    const { folder, path } = workspacePackage;
    const sources = listSources(workspacePackage, root);
    const tests = listFiles(`${path}/test`, root).filter((file) => /\.[cm]?tsx?$/.test(file));
    const total = sources
      .filter((file) => !readFileSync(join(root, file), 'utf8').startsWith(GENERATED))
      .reduce((sum, file) => sum + countLines(file), 0);
    const usual = new Map(Object.entries(ADAPTER_LINES)).get(folder) ?? Infinity;
    return [
      ...sources.flatMap((file) => judgeLength(file, countLines(file), limitsOf(file))),
      ...tests.flatMap((file) => judgeLength(file, countLines(file), TEST_LINES)),
      ...judgeLength(`${path}/src`, total, { usual, most: Infinity }),
    ];
  });
}
