import {
  DEPENDENCY,
  DEPENDENCY_UP,
  OPERATION_DURATION,
  type AlertName,
} from '@authmeter/core/conventions';
import { statPanel, UNITS, type PanelDraft, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';

/** Is it slow, in six numbers. */
export function nowRow({ queries, alert, links }: DashboardKit): RowDraft {
  const slowness = (
    title: string,
    description: string,
    alerts: readonly [AlertName, ...AlertName[]],
  ): PanelDraft => {
    const {
      values: [{ expr }],
      window,
    } = alert(alerts[0]);
    return statPanel({
      title,
      description: `${description} Over ${window}.`,
      width: 4,
      unit: UNITS.seconds,
      queries: [{ expr: `max(${expr} >= 0)` }],
      limits: { bad: 'above', limits: alerts.map((name) => alert(name).limit) },
      links: alerts.map((name) => links.runbook(name)),
      noValue: 'no traffic',
    });
  };
  return {
    title: 'Now',
    panels: [
      slowness(
        'Slowest operation',
        'p95 of the slowest operation, of the worst job: 19 in 20 were faster.',
        ['AuthLatencyElevated', 'AuthLatencyHigh'],
      ),
      slowness('Logins', 'p95 of the logins, of the worst job.', ['LoginLatencyHigh']),
      slowness('Token refreshes', 'p95 of the token refreshes, of the worst job.', [
        'RefreshLatencyHigh',
      ]),
      slowness(
        'Token validations',
        'Mean time of one verification, of the worst job. Local keys take far less than a millisecond; more means a remote key or an overloaded process.',
        ['TokenValidationSlow', 'TokenValidationVerySlow'],
      ),
      statPanel({
        title: 'Dependencies down',
        description: 'Dependencies that are down on some instance. Normal is 0.',
        width: 4,
        unit: UNITS.count,
        queries: [
          // A comparison alone gives nothing where all are up.
          {
            expr: `sum(${queries.lowest({ metric: DEPENDENCY_UP }, ['job', DEPENDENCY])} == bool 0)`,
          },
        ],
        limits: { bad: 'above', limits: [{ value: 1, severity: 'critical' }] },
        links: [links.runbook('AuthDependencyDown')],
        noValue: 'not checked',
      }),
      statPanel({
        title: 'Operations',
        description: 'Operations a second, of all kinds.',
        width: 4,
        unit: UNITS.perSecond,
        queries: [{ expr: queries.perSecond({ metric: OPERATION_DURATION }) }],
        noValue: 'no data',
      }),
    ],
  };
}
