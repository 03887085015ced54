import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readMarkdown } from '../docs/read-markdown.mjs';
import { listFiles } from '../workspace/list-files.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

const DOCS = 'docs';

/**
 * The page that must link a page: the index of all pages, or that of its folder.
 * @param {string} page from the root of the workspace
 * @param {string} root absolute path of the workspace
 */
function mapOf(page, root) {
  const folder = posix.dirname(page);
  const isMapOfFolder = posix.basename(page) === 'index.md';
  if (folder === DOCS || isMapOfFolder) return `${DOCS}/index.md`;
  const beside = `${folder}.md`;
  return existsSync(join(root, beside)) ? beside : `${folder}/index.md`;
}

/**
 * The files that a page links.
 * @param {string} page from the root of the workspace
 * @param {string} root absolute path of the workspace
 * @returns {Set<string>} paths from the root of the workspace
 */
function linkedFrom(page, root) {
  if (!existsSync(join(root, page))) return new Set();
  const { links } = readMarkdown(readFileSync(join(root, page), 'utf8'));
  return new Set(
    links.map(({ target }) => posix.join(posix.dirname(page), target.split('#')[0] ?? '')),
  );
}

/**
 * Pages of docs that a reader cannot find: docs/index.md links every page beside it and the map of every folder, and that
 * map, index.md in the folder or a page with the folder's name beside it, links every page of the folder.
 * @param {Pick<import('../workspace/read-workspace.mjs').Workspace, 'root'>} workspace
 * @returns {Problem[]}
 */
export function checkDocsMap({ root }) {
  const pages = listFiles(DOCS, root).filter((path) => path.endsWith('.md'));
  return pages.flatMap((page) => {
    const map = mapOf(page, root);
    if (page === map || linkedFrom(map, root).has(page)) return [];
    return [{ where: page, what: `is not linked from ${map}` }];
  });
}
