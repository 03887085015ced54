import { startDemo, startPortal } from '../../demo/dist/index.js';
import { renderPrometheusRules } from '../../monitoring/dist/index.js';
import { startPrometheus } from '../../testkit/dist/index.js';
import { askAll, variablesOf } from './answers.mjs';
import { playADay } from './play-a-day.mjs';

/** @typedef {import('../grafana/read-dashboard.mjs').Dashboard} Dashboard */

/**
 * What pictures are drawn from.
 * @typedef {object} Recording
 * @property {import('./answers.mjs').TimeRange} range
 * @property {Record<string, string>} variables
 * @property {Record<string, import('./answers.mjs').DashboardAnswers>} answers by the dashboard's uid
 */

const SEED = 7;
const SCRAPE_SECONDS = 5;
/** Points from left to right. */
const POINTS = 90;

/**
 * Runs two services under traffic, with a Prometheus that scrapes them and evaluates our rules, and asks it
 * everything that the dashboards ask.
 * @param {readonly Dashboard[]} dashboards
 * @param {number} minutes
 * @param {(line: string) => void} tell
 * @returns {Promise<Recording>}
 */
export async function recordAnswers(dashboards, minutes, tell) {
  const demo = await startDemo({
    ports: [0],
    seed: SEED,
    collectorUrl: undefined,
    userIdKey: undefined,
  });
  const portal = await startPortal({ seed: SEED });
  const prometheus = await startPrometheus({
    scrape: [
      { job: 'shop', target: new URL(demo.service.url).host },
      { job: 'portal', target: portal.target },
    ],
    rules: [renderPrometheusRules()],
    scrapeIntervalSeconds: SCRAPE_SECONDS,
  });
  try {
    const seconds = minutes * 60;
    tell(`two services are visited for ${minutes} minutes`);
    await playADay(demo, portal, seconds, (part) => tell(`${Math.round(part * 100)} %`));
    const end = Math.floor(Date.now() / 1000);
    const range = { start: end - seconds, end, step: Math.ceil(seconds / POINTS) };
    const variables = variablesOf(range, SCRAPE_SECONDS);
    /** @type {Recording['answers']} */
    const answers = {};
    for (const dashboard of dashboards) {
      answers[dashboard.uid] = await askAll(prometheus.url, dashboard, range, variables);
    }
    return { range, variables, answers };
  } finally {
    await prometheus.stop();
    await portal.stop();
    await demo.stop();
  }
}
