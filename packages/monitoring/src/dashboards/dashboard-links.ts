import {
  IP_ADDRESS,
  OPERATION,
  prometheusLabel,
  type AlertName,
  type AttributeDefinition,
} from '@authmeter/core/conventions';
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
  /** What is known of the source that was clicked on: the Security dashboard for it alone, and its audit events. */
  readonly source: () => readonly PanelLink[];
  /** What is known of the account that was clicked on: its audit events. */
  readonly account: () => readonly PanelLink[];
  /** The Performance dashboard, for the operation of the series that was clicked on. */
  readonly operation: () => PanelLink;
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
  /** A search in the audit events, where `{value}` stands for what to search; none where it is not known. */
  readonly logsUrl: string | undefined;
}

export function createDashboardLinks({
  runbookUrl,
  failureReasonsUrl,
  logsUrl,
}: LinkTargets): DashboardLinks {
  // Not all variables: the one that is set would come twice.
  const dashboardWith = (name: DashboardName, variable: AttributeDefinition, value: string) =>
    `/d/${dashboardUid(name)}?${KEEP_RANGE}&${KEEP_TARGETS}&var-${prometheusLabel(variable.key)}=${value}`;
  const logs =
    logsUrl === undefined
      ? []
      : [
          {
            title: 'Audit events',
            url: logsUrl.replaceAll('{value}', '${__value.text:percentencode}'),
          },
        ];
  return {
    dashboard: (name) => ({
      title: DASHBOARD_TITLES[name],
      url: `/d/${dashboardUid(name)}?${KEEP_RANGE}&${KEEP_VARIABLES}`,
    }),
    source: () => [
      { title: 'Only this source', url: dashboardWith('security', IP_ADDRESS, '${__value.text}') },
      ...logs,
    ],
    account: () => logs,
    operation: () => ({
      title: 'This operation',
      url: dashboardWith(
        'performance',
        OPERATION,
        `\${__field.labels.${prometheusLabel(OPERATION.key)}}`,
      ),
    }),
    runbook: (alert) => ({ title: `Runbook: ${alert}`, url: runbookUrl(alert) }),
    failureReasons: (anchor) => ({
      title: 'What it means',
      url: `${failureReasonsUrl}#${anchor}`,
    }),
  };
}
