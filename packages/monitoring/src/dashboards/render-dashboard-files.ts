import type { RenderedFile } from '../files/rendered-file';
import type { ResolvedOptions } from '../options';
import { dashboardUid } from './dashboard-links';
import { dashboardsFor } from './render-dashboards';

/** The dashboards, one file each, to be imported or provisioned. */
export function renderDashboardFiles(options: ResolvedOptions): readonly RenderedFile[] {
  return dashboardsFor(options).map(({ name, dashboard }) => ({
    path: `dashboards/${dashboardUid(name)}.json`,
    text: `${JSON.stringify(dashboard, undefined, 2)}\n`,
  }));
}
