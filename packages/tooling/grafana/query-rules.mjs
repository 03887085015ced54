import { judgeQuery } from '../promql/judge-query.mjs';
import { readQuery } from '../promql/read-query.mjs';
import { ANY_VALUES, fillInVariables, namesOfVariables } from './fill-in-variables.mjs';
import { listQueries, listVariableQueries } from './read-dashboard.mjs';

/** @typedef {import('./read-dashboard.mjs').Dashboard} Dashboard */

const CHOSEN_JOB = 'job=~"$job"';
/** What Grafana itself fills in. */
const BUILT_IN = /^__/;
/** A selection over a window: its text, the name of its series, and the window. */
const WINDOWED = /(([A-Za-z_:][\w:]*)(?:\{[^}]*\})?)\[([^\]]+)\]/g;

/**
 * Queries that do not parse, or name series, labels or values that do not exist.
 * @param {Dashboard} dashboard
 * @param {ReadonlyMap<string, import('../promql/known-series.mjs').KnownLabels>} known
 */
export function findWrongQueries(dashboard, known) {
  return [...listQueries(dashboard), ...listVariableQueries(dashboard)].flatMap(({ where, expr }) =>
    judgeQuery(fillInVariables(expr, ANY_VALUES), known).map((what) => `${where} ${what}`),
  );
}

/**
 * Queries that look at jobs which were not chosen.
 * @param {Dashboard} dashboard
 */
export function findUnchosenJobs(dashboard) {
  return listQueries(dashboard).flatMap(({ where, expr }) => {
    const { selections } = readQuery(fillInVariables(expr, { ...ANY_VALUES, job: 'chosen' }));
    return selections
      .filter(({ matchers }) => !matchers.some(isChosenJob))
      .map(({ series }) => `${where} looks at ${series} of jobs that were not chosen`);
  });
}

/** @param {import('../promql/read-query.mjs').Matcher} matcher */
function isChosenJob({ label, operator, value }) {
  return label === 'job' && operator === '=~' && value === 'chosen';
}

/**
 * Windows that do not follow the zoom, and are neither those of a recorded series nor those of an alert.
 * @param {Dashboard} dashboard
 * @param {readonly string[]} alertQueries
 */
export function findFixedWindows(dashboard, alertQueries) {
  return listQueries(dashboard).flatMap(({ where, expr }) =>
    [...expr.matchAll(WINDOWED)]
      .filter(
        ([, , series = '', window = '']) => !window.startsWith('$__') && !series.includes(':'),
      )
      .filter(([windowed]) => !alertQueries.some((query) => query.includes(ofAnyJob(windowed))))
      .map(([, , series, window]) => `${where} looks at ${series} over a fixed ${window}`),
  );
}

/**
 * Queries that look at the whole range of the dashboard from every point of it: over days that is too much.
 * @param {Dashboard} dashboard
 */
export function findRepeatedRanges(dashboard) {
  return listQueries(dashboard)
    .filter(({ expr, isInstant }) => !isInstant && /\[\$__range\](?! @ end\(\))/.test(expr))
    .map(({ where }) => `${where} looks at the whole range from every point of it`);
}

/**
 * A selection as an alert has it, which is not narrowed to jobs.
 * @param {string} text
 */
function ofAnyJob(text) {
  return text
    .replaceAll(`,${CHOSEN_JOB}`, '')
    .replaceAll(`${CHOSEN_JOB},`, '')
    .replaceAll(`{${CHOSEN_JOB}}`, '');
}

/**
 * Variables that are used and not there.
 * @param {Dashboard} dashboard
 */
export function findUnknownVariables(dashboard) {
  const declared = dashboard.templating.list.map(({ name }) => name);
  return [...listQueries(dashboard), ...listVariableQueries(dashboard)].flatMap(({ where, expr }) =>
    namesOfVariables(expr)
      .filter((name) => !declared.includes(name) && !BUILT_IN.test(name))
      .map((name) => `${where} uses the variable ${name}, which is not there`),
  );
}
