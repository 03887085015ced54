import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { loadOptions } from '../options/load-options.mjs';
import { loadConventions } from '../workspace/load-conventions.mjs';
import { renderAlerts } from './render-alerts.mjs';
import { renderAuditEvents } from './render-audit-events.mjs';
import { renderDecisions } from './render-decisions.mjs';
import { renderDependencies } from './render-dependencies.mjs';
import { renderFailureReasons } from './render-failure-reasons.mjs';
import { renderMetrics } from './render-metrics.mjs';
import { renderOptions } from './render-options.mjs';
import { renderTerminalImage } from './render-terminal-image.mjs';

/** @typedef {import('../workspace/read-workspace.mjs').Workspace} Workspace */

/**
 * The generated pages, by path from the root of the workspace.
 * @type {Record<string, (workspace: Workspace) => string>}
 */
const PAGES = {
  'docs/metrics.md': ({ root }) => renderMetrics(loadConventions(root)),
  'docs/failure-reasons.md': ({ root }) => renderFailureReasons(loadConventions(root)),
  'docs/audit-events.md': ({ root }) => renderAuditEvents(loadConventions(root)),
  'docs/alerts.md': ({ root }) => renderAlerts(loadConventions(root)),
  'docs/options.md': (workspace) => renderOptions(loadOptions(workspace)),
  'docs/dependencies.md': renderDependencies,
  'docs/decisions/index.md': ({ root }) => renderDecisions(root),
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
 * @param {Workspace} workspace
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function renderPages(workspace) {
  const { root } = workspace;
  const pages = Object.entries(PAGES).map(async ([path, render]) => {
    const options = await resolveConfig(join(root, path));
    return { path, text: await format(render(workspace), { ...options, parser: 'markdown' }) };
  });
  const images = Object.entries(IMAGES).map(([path, { command, output }]) => ({
    path,
    text: renderTerminalImage(command, readFileSync(join(root, output), 'utf8')),
  }));
  return [...(await Promise.all(pages)), ...images];
}
