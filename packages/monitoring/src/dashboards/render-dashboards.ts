import { buildDashboard, type RowDraft } from '../grafana';
import { resolveOptions, type RenderOptions, type ResolvedOptions } from '../options';
import { listAnnotations } from './annotations';
import { authenticationRows } from './authentication/authentication-dashboard';
import { createDashboardKit } from './create-dashboard-kit';
import { credentialsRows } from './credentials/credentials-dashboard';
import type { DashboardKit } from './dashboard-kit';
import {
  DASHBOARD_NAMES,
  DASHBOARD_TITLES,
  dashboardUid,
  type DashboardName,
} from './dashboard-links';
import { dashboardVariables } from './dashboard-variables';
import { performanceRows } from './performance/performance-dashboard';
import { securityRows } from './security/security-dashboard';
import { sloRows } from './slo/slo-dashboard';

/** One dashboard for a file of its own. */
export interface RenderedDashboard {
  readonly name: DashboardName;
  /** The classic model of Grafana, to be written as JSON. */
  readonly dashboard: object;
}

const CONTENTS: Readonly<
  Record<
    DashboardName,
    {
      readonly description: string;
      readonly rows: (kit: DashboardKit) => readonly RowDraft[];
    }
  >
> = {
  authentication: {
    description: 'Is authentication well, and if not, who has to act?',
    rows: authenticationRows,
  },
  security: {
    description: 'Is somebody attacking, who is it, and does it work?',
    rows: securityRows,
  },
  performance: {
    description: 'What is slow, and what does it wait for?',
    rows: performanceRows,
  },
  credentials: {
    description:
      'Are keys rotated in time and known to everybody, and tokens used while they are good?',
    rows: credentialsRows,
  },
  slo: {
    description: 'Does authentication keep its promise, and how long will the error budget last?',
    rows: sloRows,
  },
};

/**
 * The dashboards of Authmeter for Grafana. Their limits are those of the alerts, also where options set them.
 * @throws RenderOptionError naming the option, what was given and what is allowed
 */
export function renderDashboards(options?: RenderOptions): readonly RenderedDashboard[] {
  return dashboardsFor(resolveOptions(options));
}

/** The dashboards, for options that were checked. */
export function dashboardsFor(resolved: ResolvedOptions): readonly RenderedDashboard[] {
  const kit = createDashboardKit(resolved);
  return DASHBOARD_NAMES.map((name) => ({
    name,
    dashboard: buildDashboard({
      uid: dashboardUid(name),
      title: DASHBOARD_TITLES[name],
      description: CONTENTS[name].description,
      variables: dashboardVariables(name, resolved),
      annotations: listAnnotations(kit),
      rows: CONTENTS[name].rows(kit),
    }),
  }));
}
