import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listPages } from '../docs/list-pages.mjs';
import { readMarkdown } from '../docs/read-markdown.mjs';
import { renderPages } from '../docs/render-pages.mjs';
import { renderVersions } from '../docs/render-versions.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

/**
 * Generated pages that differ from what would be generated now.
 * @param {readonly { path: string, text: string }[]} pages
 * @param {string} root absolute path of the workspace
 * @returns {Problem[]}
 */
export function findStalePages(pages, root) {
  return pages.flatMap(({ path, text }) => {
    const file = join(root, path);
    if (!existsSync(file)) return [{ where: path, what: 'is not generated: run the script docs' }];
    if (readFileSync(file, 'utf8') === text) return [];
    return [{ where: path, what: 'is stale: run the script docs' }];
  });
}

/**
 * Relative links of a page that lead nowhere.
 * @param {string} page from the root of the workspace
 * @param {string} root absolute path of the workspace
 * @returns {Problem[]}
 */
export function findBrokenLinks(page, root) {
  return readMarkdown(readFileSync(join(root, page), 'utf8')).links.flatMap(({ target, line }) => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
    const where = `${page}:${line}`;
    if (!existsSync(join(root, file)))
      return [{ where, what: `links to ${target}, which is missing` }];
    if (anchor === undefined || !file.endsWith('.md')) return [];
    const { anchors } = readMarkdown(readFileSync(join(root, file), 'utf8'));
    return anchors.includes(anchor) ? [] : [{ where, what: `links to ${target}: no such heading` }];
  });
}

/**
 * Imports in the code blocks of a page that no package of ours exports.
 * @param {string} page from the root of the workspace
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function findUnknownImports(page, { root, packages }) {
  const known = new Set(
    packages.flatMap(({ manifest }) =>
      Object.keys(manifest.exports ?? {}).map((subpath) => posix.join(manifest.name, subpath)),
    ),
  );
  return readMarkdown(readFileSync(join(root, page), 'utf8'))
    .imports.filter(({ specifier }) => !known.has(specifier))
    .map(({ specifier, line }) => ({
      where: `${page}:${line}`,
      what: `names ${specifier}, which no package exports`,
    }));
}

/**
 * Pages that are stale, or that name files, headings or imports which do not exist.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<Problem[]>}
 */
export async function checkDocs(workspace) {
  const { root } = workspace;
  const pages = listPages(workspace);
  return [
    ...findStalePages([...(await renderPages(workspace)), ...renderVersions(workspace)], root),
    ...pages.flatMap((page) => findBrokenLinks(page, root)),
    ...pages.flatMap((page) => findUnknownImports(page, workspace)),
  ];
}
