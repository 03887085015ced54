import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { loadConventions } from '../workspace/load-conventions.mjs';
import { renderAlerts } from './render-alerts.mjs';
import { renderDecisions } from './render-decisions.mjs';
import { renderFailureReasons } from './render-failure-reasons.mjs';
import { renderMetrics } from './render-metrics.mjs';
import { renderTerminalImage } from './render-terminal-image.mjs';

/**
 * The generated pages, by path from the root of the workspace.
 * @type {Record<string, (root: string) => string>}
 */
const PAGES = {
  'docs/metrics.md': (root) => renderMetrics(loadConventions(root)),
  'docs/failure-reasons.md': (root) => renderFailureReasons(loadConventions(root)),
  'docs/alerts.md': (root) => renderAlerts(loadConventions(root)),
  'docs/decisions/index.md': renderDecisions,
};

/** The generated images: a command, and the file that holds what it printed. */
const IMAGES = {
  'docs/images/attempts.svg': {
    command: "curl … localhost:3000/metrics | grep 'auth_attempts_total.* [1-9]'",
    output: 'packages/express/examples/pull.scrape.txt',
  },
};

/**
 * Renders every generated page and image, pages formatted as the repository formats Markdown.
 * @param {string} root absolute path of the workspace
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function renderPages(root) {
  const pages = Object.entries(PAGES).map(async ([path, render]) => {
    const options = await resolveConfig(join(root, path));
    return { path, text: await format(render(root), { ...options, parser: 'markdown' }) };
  });
  const images = Object.entries(IMAGES).map(([path, { command, output }]) => ({
    path,
    text: renderTerminalImage(command, readFileSync(join(root, output), 'utf8')),
  }));
  return [...(await Promise.all(pages)), ...images];
}
