import { listPanels, walkJson } from './read-dashboard.mjs';

/** @typedef {import('./read-dashboard.mjs').Dashboard} Dashboard */

const RUNBOOK = /\/docs\/runbooks\/(\w+)\.md/;
const REASONS = /\/docs\/failure-reasons\.md(?:#(.*))?$/;
const OTHER_DASHBOARD = /^\/d\/([\w-]+)/;

/** What links may lead to. */
/** @typedef {{ runbooks: readonly string[], anchors: readonly string[], uids: readonly string[] }} LinkTargets */

/**
 * Links to pages, headings and dashboards that do not exist.
 * @param {Dashboard} dashboard
 * @param {LinkTargets} targets
 */
export function findDeadLinks(dashboard, { runbooks, anchors, uids }) {
  return listLinks(dashboard).flatMap((url) => {
    const [, runbook] = RUNBOOK.exec(url) ?? [];
    if (runbook !== undefined) {
      return runbooks.includes(runbook)
        ? []
        : [`links to the runbook ${runbook}, which is missing`];
    }
    const reasons = REASONS.exec(url);
    if (reasons !== null) {
      const anchor = reasons[1] ?? '';
      // A variable holds a reason, and every reason has a heading.
      return anchor.startsWith('${') || anchors.includes(anchor)
        ? []
        : [`links to failure-reasons.md#${anchor}, which is missing`];
    }
    const [, uid] = OTHER_DASHBOARD.exec(url) ?? [];
    if (uid !== undefined && uids.includes(uid)) return [];
    return [`links to ${url}, which nobody knows`];
  });
}

/**
 * Alerts whose dashboard has no panel that leads to their runbook.
 * @param {Dashboard} dashboard
 * @param {readonly string[]} alerts names of the alerts that send people to this dashboard
 */
export function findUndrawnAlerts(dashboard, alerts) {
  const linked = listPanels(dashboard)
    .flatMap(({ links = [] }) => links)
    .map(({ url }) => RUNBOOK.exec(url)?.[1]);
  return alerts
    .filter((alert) => !linked.includes(alert))
    .map((alert) => `has no panel with the runbook of ${alert}, which leads here`);
}

/**
 * Every address that panels and values link to.
 * @param {Dashboard} dashboard
 * @returns {string[]}
 */
function listLinks(dashboard) {
  return [...walkJson(dashboard.panels)]
    .filter(({ key, value }) => key === 'url' && typeof value === 'string')
    .map(({ value }) => /** @type {string} */ (value));
}
