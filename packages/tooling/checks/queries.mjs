import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPages } from '../docs/list-pages.mjs';
import { readCodeBlocks } from '../docs/read-code-blocks.mjs';
import { judgeQuery } from '../promql/judge-query.mjs';
import { listKnownSeries } from '../promql/known-series.mjs';
import { loadConventions } from '../workspace/load-conventions.mjs';

/**
 * The PromQL queries of a page, one for each block of that language.
 * @param {string} page from the root of the workspace
 * @param {string} root absolute path of the workspace
 */
export function listQueries(page, root) {
  return readCodeBlocks(readFileSync(join(root, page), 'utf8')).filter(
    ({ language }) => language === 'promql',
  );
}

/**
 * Queries on the pages that do not parse, or that name series, labels or values which do not exist.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function checkQueries(workspace) {
  const { root } = workspace;
  const known = listKnownSeries(loadConventions(root));
  return listPages(workspace).flatMap((page) =>
    listQueries(page, root).flatMap(({ text, line }) =>
      judgeQuery(text, known).map((what) => ({ where: `${page}:${line}`, what })),
    ),
  );
}
