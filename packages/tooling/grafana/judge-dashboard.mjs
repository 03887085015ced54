import { findDeadLinks, findUndrawnAlerts } from './link-rules.mjs';
import {
  findForeignSources,
  findForeignTypes,
  findHiddenGaps,
  findOverlaps,
  findSharedIds,
  findUnexplained,
  findUnitless,
} from './panel-rules.mjs';
import {
  findFixedWindows,
  findRepeatedRanges,
  findUnchosenJobs,
  findUnknownVariables,
  findWrongQueries,
} from './query-rules.mjs';

/**
 * What a dashboard is compared with.
 * @typedef {object} Surroundings
 * @property {ReadonlyMap<string, import('../promql/known-series.mjs').KnownLabels>} knownSeries
 * @property {readonly { name: string, expr: string, uid: string }[]} alerts with the dashboard that each leads to
 * @property {import('./link-rules.mjs').LinkTargets} targets
 */

/**
 * What is wrong with a dashboard, one clause each.
 * @param {import('./read-dashboard.mjs').Dashboard} dashboard
 * @param {Surroundings} surroundings
 * @returns {string[]}
 */
export function judgeDashboard(dashboard, { knownSeries, alerts, targets }) {
  return [
    ...findUnexplained(dashboard),
    ...findUnitless(dashboard),
    ...findForeignTypes(dashboard),
    ...findForeignSources(dashboard),
    ...findSharedIds(dashboard),
    ...findOverlaps(dashboard),
    ...findHiddenGaps(dashboard),
    ...findUnknownVariables(dashboard),
    ...findWrongQueries(dashboard, knownSeries),
    ...findUnchosenJobs(dashboard),
    ...findFixedWindows(
      dashboard,
      alerts.map(({ expr }) => expr),
    ),
    ...findRepeatedRanges(dashboard),
    ...findDeadLinks(dashboard, targets),
    ...findUndrawnAlerts(
      dashboard,
      alerts.filter(({ uid }) => uid === dashboard.uid).map(({ name }) => name),
    ),
  ];
}
