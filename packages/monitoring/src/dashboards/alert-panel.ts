import type { AlertName } from '@authmeter/core/conventions';
import { timeSeriesPanel, type PanelDraft, type PanelLink, type Unit } from '../grafana';
import type { DashboardKit } from './dashboard-kit';

export interface AlertPanelSpec {
  /** Alerts whose conditions compare the same value, mildest first; `condition` counts from 0. */
  readonly alerts: readonly [AlertName, ...AlertName[]];
  readonly condition?: number;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly unit: Unit;
  readonly seriesLinks?: readonly PanelLink[];
}

/** The value that alerts watch, their limits as lines, and the way to their runbooks. */
export function alertPanel({ alert }: DashboardKit, spec: AlertPanelSpec): PanelDraft {
  const { alerts, condition = 0, ...rest } = spec;
  const views = alerts.map((name) => alert(name, condition));
  const [first] = alerts;
  const { values, labels, window } = alert(first, condition);
  const time = window === undefined ? '' : ` Over ${window}, for each job.`;
  const legend = labels.map((label) => `{{${label}}}`).join(' ');
  return timeSeriesPanel({
    ...rest,
    description: `${spec.description}${time} Dashed: the limit of ${alerts.join(', of ')}.`,
    queries: values.map(({ expr, over }) => ({
      expr,
      legend: over === undefined ? legend : `${legend} ${over}`,
    })),
    limits: { bad: 'above', limits: views.map(({ limit }) => limit) },
    links: views.map(({ runbook }) => runbook),
    noValue: 'no traffic',
  });
}
