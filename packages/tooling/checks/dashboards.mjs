import { judgeDashboard } from '../grafana/judge-dashboard.mjs';
import { describeSurroundings, loadMonitoring } from '../grafana/surroundings.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

/**
 * Dashboards of the monitoring package that break a rule of theirs.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function checkDashboards({ root }) {
  const { renderDashboards } = loadMonitoring(root);
  const surroundings = describeSurroundings(root);
  return renderDashboards().flatMap(({ name, dashboard }) =>
    judgeDashboard(
      /** @type {import('../grafana/read-dashboard.mjs').Dashboard} */ (dashboard),
      surroundings,
    ).map((what) => ({ where: `the dashboard ${name}`, what })),
  );
}
