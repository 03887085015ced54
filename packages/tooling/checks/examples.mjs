import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPages } from '../docs/list-pages.mjs';
import { quoteExamples } from '../docs/quote-examples.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

/**
 * What a page quotes otherwise than the examples have it, if anything.
 * @param {string} page from the root of the workspace
 * @param {string} root absolute path of the workspace
 * @returns {Problem[]}
 */
export function findStaleQuotes(page, root) {
  /** @param {string} path */
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const text = read(page);
  try {
    return quoteExamples(text, read) === text
      ? []
      : [{ where: page, what: 'quotes an example otherwise than it is: run the script docs' }];
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [{ where: page, what: `quotes what is not there: ${what}` }];
  }
}

/**
 * Pages whose code blocks differ from the examples that the tests run.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function checkExamples(workspace) {
  return listPages(workspace).flatMap((page) => findStaleQuotes(page, workspace.root));
}
