import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { readMarkdown } from '../docs/read-markdown.mjs';
import { listKnownSeries } from '../promql/known-series.mjs';
import { readQuery } from '../promql/read-query.mjs';
import { loadConventions } from '../workspace/load-conventions.mjs';

/** @typedef {import('./judge-dashboard.mjs').Surroundings} Surroundings */
/** @typedef {import('../promql/known-series.mjs').KnownLabels} KnownLabels */
/** @typedef {typeof import('../../monitoring/dist/index.js')} Monitoring */
/** @typedef {import('../../monitoring/dist/index.js').PrometheusRules} PrometheusRules */

/** Labels of what a host measures of its own process, as far as dashboards use them. */
const TARGET_LABELS = ['job', 'instance'];
const DASHBOARD = /\/d\/([\w-]+)/;

/**
 * The built monitoring package. Throws where it is not built.
 * @param {string} root absolute path of the workspace
 * @returns {Monitoring}
 */
export function loadMonitoring(root) {
  return load(root, 'packages/monitoring/dist/index.js');
}

/**
 * What only the checks need to know of the dashboards.
 * @param {string} root absolute path of the workspace
 * @returns {typeof import('../../monitoring/dist/dashboards/index.js')}
 */
function loadInside(root) {
  return load(root, 'packages/monitoring/dist/dashboards/index.js');
}

/**
 * @param {string} root
 * @param {string} path
 */
function load(root, path) {
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`${path} is missing: run tsc -b first`);
  return createRequire(import.meta.url)(file);
}

/**
 * What dashboards are compared with: the catalogue, the rules that come with them, and the pages of the docs.
 * @param {string} root absolute path of the workspace
 * @param {import('../../monitoring/dist/index.js').RenderOptions} [options] with which they were rendered
 * @returns {Surroundings}
 */
export function describeSurroundings(root, options = {}) {
  const { renderPrometheusRules } = loadMonitoring(root);
  const { DASHBOARD_UIDS, RUNTIME_METRICS } = loadInside(root);
  const rules = renderPrometheusRules(options).groups.flatMap((group) => group.rules);
  const selected = [...(options.selector ?? '').matchAll(/(\w+)\s*[=!]/g)].map(
    ([, label = '']) => label,
  );
  const targetLabels = [...TARGET_LABELS, ...selected];
  const prefix = options.namespace === undefined ? '' : `${options.namespace}_`;
  const catalogue = [...listKnownSeries(loadConventions(root))].map(
    ([name, labels]) =>
      /** @type {const} */ ([
        name.replace(/^auth_/, `${prefix}auth_`),
        new Map([...labels, ...labelsOf(selected)]),
      ]),
  );
  const runtime = RUNTIME_METRICS.map(
    (name) => /** @type {const} */ ([name, labelsOf(targetLabels)]),
  );
  const recorded = rules.flatMap((rule) =>
    'record' in rule
      ? [
          /** @type {const} */ ([
            rule.record,
            new Map([...recordedLabels(rule.expr), ...labelsOf(Object.keys(rule.labels ?? {}))]),
          ]),
        ]
      : [],
  );
  const reasons = readMarkdown(readFileSync(join(root, 'docs/failure-reasons.md'), 'utf8'));
  return {
    knownSeries: new Map([...catalogue, ...runtime, ...recorded]),
    alerts: rules.flatMap((rule) =>
      'alert' in rule
        ? [
            {
              name: rule.alert,
              expr: rule.expr,
              uid: DASHBOARD.exec(rule.annotations.dashboard_url)?.[1] ?? '',
            },
          ]
        : [],
    ),
    targets: {
      runbooks: readdirSync(join(root, 'docs/runbooks')).map((page) => basename(page, '.md')),
      anchors: reasons.anchors,
      uids: DASHBOARD_UIDS,
    },
  };
}

/**
 * What a recorded series keeps apart.
 * @param {string} expr
 * @returns {KnownLabels}
 */
function recordedLabels(expr) {
  const labels = readQuery(expr).groupings.map(({ label }) => label);
  return labelsOf(labels.filter((label) => label !== 'le'));
}

/**
 * @param {readonly string[]} labels
 * @returns {KnownLabels}
 */
function labelsOf(labels) {
  return new Map(labels.map((label) => [label, undefined]));
}
