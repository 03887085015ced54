import { IP_ADDRESS, prometheusLabel, type AlertName } from '@authmeter/core/conventions';
import type { PanelLink } from '../grafana';

/** The dashboards by the last word of their address, which never changes. */
export const DASHBOARD_NAMES = [
  'authentication',
  'security',
  'performance',
  'credentials',
  'slo',
] as const;
export type DashboardName = (typeof DASHBOARD_NAMES)[number];

export const DASHBOARD_TITLES: Readonly<Record<DashboardName, string>> = {
  authentication: 'Authmeter / Authentication',
  security: 'Authmeter / Security',
  performance: 'Authmeter / Performance',
  credentials: 'Authmeter / Credentials and keys',
  slo: 'Authmeter / SLO',
};

/** What identifies a dashboard in every Grafana that it is imported into. */
export function dashboardUid(name: DashboardName): string {
  return `authmeter-${name}`;
}

/** The uid of every dashboard. */
export const DASHBOARD_UIDS: readonly string[] = DASHBOARD_NAMES.map(dashboardUid);

/** Links of panels and values. */
export interface DashboardLinks {
  /** Another dashboard, with the same range and the same variables. */
  readonly dashboard: (name: DashboardName) => PanelLink;
  /** The Security dashboard, narrowed to the source that was clicked on. */
  readonly source: () => PanelLink;
  readonly runbook: (alert: AlertName) => PanelLink;
  /** The page that explains the reasons; `anchor` may hold variables. */
  readonly failureReasons: (anchor: string) => PanelLink;
}

const KEEP_RANGE = '${__url_time_range}';
const KEEP_VARIABLES = '${__all_variables}';
const KEEP_TARGETS = '${datasource:queryparam}&${job:queryparam}&${instance:queryparam}';

export interface LinkTargets {
  readonly runbookUrl: (alert: AlertName) => string;
  readonly failureReasonsUrl: string;
}

export function createDashboardLinks({
  runbookUrl,
  failureReasonsUrl,
}: LinkTargets): DashboardLinks {
  return {
    dashboard: (name) => ({
      title: DASHBOARD_TITLES[name],
      url: `/d/${dashboardUid(name)}?${KEEP_RANGE}&${KEEP_VARIABLES}`,
    }),
    source: () => ({
      title: 'Only this source',
      // Not all variables: that of the source would come twice.
      url: `/d/${dashboardUid('security')}?${KEEP_RANGE}&${KEEP_TARGETS}&var-${prometheusLabel(IP_ADDRESS.key)}=\${__value.text}`,
    }),
    runbook: (alert) => ({ title: `Runbook: ${alert}`, url: runbookUrl(alert) }),
    failureReasons: (anchor) => ({
      title: 'What it means',
      url: `${failureReasonsUrl}#${anchor}`,
    }),
  };
}
