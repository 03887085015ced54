import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { loadConventions } from '../workspace/load-conventions.mjs';
import { renderFailureReasons } from './render-failure-reasons.mjs';
import { renderMetrics } from './render-metrics.mjs';

/** The generated pages, by path from the root of the workspace. */
const PAGES = {
  'docs/metrics.md': renderMetrics,
  'docs/failure-reasons.md': renderFailureReasons,
};

/**
 * Renders every generated page, formatted as the repository formats Markdown.
 * @param {string} root absolute path of the workspace
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export function renderPages(root) {
  const conventions = loadConventions(root);
  return Promise.all(
    Object.entries(PAGES).map(async ([path, render]) => {
      const options = await resolveConfig(join(root, path));
      return { path, text: await format(render(conventions), { ...options, parser: 'markdown' }) };
    }),
  );
}
