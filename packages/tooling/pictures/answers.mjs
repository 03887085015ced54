import { fillInVariables } from '../grafana/fill-in-variables.mjs';
import { listPanels } from '../grafana/read-dashboard.mjs';

/** @typedef {import('../grafana/read-dashboard.mjs').Dashboard} Dashboard */
/** @typedef {import('../grafana/read-dashboard.mjs').Panel} Panel */

/**
 * One series of an answer: at the end of the range a single point, over the range one for each step that has one.
 * @typedef {{ labels: Record<string, string>, points: [epochSeconds: number, value: number][] }} Series
 */

/**
 * From when to when pictures show, in epoch seconds.
 * @typedef {{ start: number, end: number, step: number }} TimeRange
 */

/**
 * The answers to all queries of a dashboard: by the number of the panel and the letter of the query, and by the
 * name of the annotation.
 * @typedef {object} DashboardAnswers
 * @property {Record<string, Series[]>} panels key `101 A`
 * @property {Record<string, Series[]>} annotations
 */

/** Scrapes that Grafana wants in a window. */
const SCRAPES_IN_A_WINDOW = 4;

/**
 * What Grafana would fill in for a range.
 * @param {TimeRange} range
 * @param {number} scrapeSeconds
 */
export function variablesOf({ start, end, step }, scrapeSeconds) {
  const rate = Math.max(step + scrapeSeconds, SCRAPES_IN_A_WINDOW * scrapeSeconds);
  return {
    datasource: 'Prometheus',
    job: '.+',
    instance: '.+',
    method: '.*',
    operation: 'login',
    ip_address: '',
    __interval: `${step}s`,
    __rate_interval: `${rate}s`,
    __range: `${end - start}s`,
  };
}

/**
 * Asks everything that a dashboard asks, as Grafana does.
 * @param {string} url of the Prometheus
 * @param {Dashboard} dashboard
 * @param {TimeRange} range
 * @param {Record<string, string>} variables
 * @returns {Promise<DashboardAnswers>}
 */
export async function askAll(url, dashboard, range, variables) {
  /** @type {DashboardAnswers} */
  const answers = { panels: {}, annotations: {} };
  for (const { id, targets = [] } of listPanels(dashboard)) {
    for (const { refId, expr, instant = false } of targets) {
      const query = fillInVariables(expr, variables);
      answers.panels[`${id} ${refId}`] = await ask(url, query, range, instant);
    }
  }
  for (const { name, expr = '' } of dashboard.annotations.list) {
    answers.annotations[name] = await ask(url, fillInVariables(expr, variables), range, false);
  }
  return answers;
}

/**
 * @param {string} url
 * @param {string} query
 * @param {TimeRange} range
 * @param {boolean} isInstant
 * @returns {Promise<Series[]>}
 */
async function ask(url, query, { start, end, step }, isInstant) {
  const parameters = isInstant
    ? { query, time: String(end) }
    : { query, start: String(start), end: String(end), step: String(step) };
  const path = isInstant ? 'query' : 'query_range';
  const response = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const { status, error, data } = /** @type {any} */ (await response.json());
  if (status !== 'success') throw new Error(`${query}: ${error}`);
  return data.result.map((/** @type {any} */ { metric, value, values = [value] }) => ({
    labels: metric,
    points: values
      .map((/** @type {[number, string]} */ [at, text]) => [at, Number(text)])
      .filter((/** @type {[number, number]} */ [, number]) => Number.isFinite(number)),
  }));
}
