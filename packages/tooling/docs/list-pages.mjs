import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../workspace/list-files.mjs';

/**
 * The Markdown pages that people read: those of the root, of docs and of the packages.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {string[]} paths from the root
 */
export function listPages({ root, packages }) {
  return [
    ...listFiles('docs', root).filter((path) => path.endsWith('.md')),
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
    ...packages.map(({ path }) => `${path}/README.md`),
  ].filter((path) => existsSync(join(root, path)));
}
