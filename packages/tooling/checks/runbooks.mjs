import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCodeBlocks } from '../docs/read-code-blocks.mjs';
import { eventVocabulary } from '../runbooks/event-vocabulary.mjs';
import { isLogFilter, judgeLogFilter } from '../runbooks/judge-log-filter.mjs';
import { listNumbers } from '../runbooks/list-numbers.mjs';
import { listFiles } from '../workspace/list-files.mjs';
import { loadConventions } from '../workspace/load-conventions.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */
/** @typedef {import('../workspace/load-conventions.mjs').Conventions['ALERT_CATALOGUE'][number]} Alert */

const FOLDER = 'docs/runbooks';
const INDEX = `${FOLDER}/index.md`;

/** The one form of all pages. */
export const RUNBOOK_HEADINGS = [
  'What it means',
  'Who is affected',
  'First five minutes',
  'Causes',
  'Mitigate',
  'Verify that it is over',
  'Follow-up',
];
/** Sections that are of no use without a query. */
const WITH_QUERY = ['First five minutes', 'Verify that it is over'];

/**
 * What is wrong with the form of a page, one clause each.
 * @param {string} text Markdown
 * @param {Pick<Alert, 'name' | 'severity' | 'forSeconds' | 'conditions'>} alert
 * @returns {string[]}
 */
export function judgeRunbook(text, { name, severity, forSeconds, conditions }) {
  const [head = '', ...sections] = text.split(/^## /m);
  const bodies = new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end)];
    }),
  );
  const headings = [...bodies.keys()];
  const first = `# ${name}\n\n**${severity}** · for ${durationOf(forSeconds)} · `;
  return [
    ...(head.startsWith(first) ? [] : [`does not begin with ${JSON.stringify(first)}`]),
    ...listNumbers(conditions)
      .filter((number) => !head.includes(` ${number}`))
      .map((number) => `does not name ${number} in its head`),
    ...(headings.join() === RUNBOOK_HEADINGS.join()
      ? []
      : [`has the headings: ${headings.join(', ')}`]),
    ...[...bodies]
      .filter(([, body]) => body.trim() === '')
      .map(([heading]) => `says nothing under ${heading}`),
    ...WITH_QUERY.filter((heading) => !hasQuery(bodies.get(heading))).map(
      (heading) => `has no query under ${heading}`,
    ),
    ...(listFilters(text).length > 0 ? [] : ['has no log filter']),
  ];
}

/** @param {string} text Markdown */
function listFilters(text) {
  return readCodeBlocks(text).filter(
    ({ language, text }) => language === 'sh' && isLogFilter(text),
  );
}

/** @param {string | undefined} body */
function hasQuery(body) {
  return readCodeBlocks(body ?? '').some(({ language }) => language === 'promql');
}

/**
 * A duration as Prometheus writes it, in its largest whole unit.
 * @param {number} seconds
 */
function durationOf(seconds) {
  return seconds > 0 && seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}

/**
 * The commands of a page that read audit events.
 * @param {string} page from the root of the workspace
 * @param {string} root absolute path of the workspace
 */
export function listLogFilters(page, root) {
  return listFilters(readFileSync(join(root, page), 'utf8')).map(({ text, line }) => ({
    where: `${page}:${line}`,
    command: text,
  }));
}

/**
 * Alerts without a page, pages without an alert, pages of another form, and log filters for events that do not exist.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function checkRunbooks({ root }) {
  const conventions = loadConventions(root);
  const { ALERT_CATALOGUE } = conventions;
  const vocabulary = eventVocabulary(conventions);
  const pages = listFiles(FOLDER, root).filter((path) => path !== INDEX);
  /** @type {ReadonlyMap<string, Alert>} */
  const alerts = new Map(ALERT_CATALOGUE.map((alert) => [`${FOLDER}/${alert.name}.md`, alert]));
  const index = readFileSync(join(root, INDEX), 'utf8');
  const filters = listFiles(FOLDER, root).flatMap((page) => listLogFilters(page, root));
  return [
    ...[...alerts.keys()]
      .filter((page) => !pages.includes(page))
      .map((page) => ({ where: page, what: 'is missing: every alert has a page' })),
    ...[...alerts.keys()]
      .filter((page) => !index.includes(`](${basename(page)})`))
      .map((page) => ({ where: INDEX, what: `does not lead to ${basename(page)}` })),
    ...pages.flatMap((page) => {
      const alert = alerts.get(page);
      if (alert === undefined) return [{ where: page, what: 'belongs to no alert' }];
      return judgeRunbook(readFileSync(join(root, page), 'utf8'), alert).map((what) => ({
        where: page,
        what,
      }));
    }),
    ...filters.flatMap(({ where, command }) =>
      judgeLogFilter(command, vocabulary).map((what) => ({ where, what })),
    ),
  ];
}
