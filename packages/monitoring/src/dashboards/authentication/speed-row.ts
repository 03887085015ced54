import { OPERATION, OPERATION_DURATION } from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { percentileQueries } from '../percentiles';

/** How long people wait. */
export function speedRow(kit: DashboardKit): RowDraft {
  const { queries, links } = kit;
  return {
    title: 'Speed',
    panels: [
      timeSeriesPanel({
        title: 'Latency of logins',
        description:
          'Time until a login was decided: half of them were faster than p50, 1 in 20 was slower than p95. Password hashing takes its tenth of a second on purpose.',
        width: 8,
        unit: UNITS.seconds,
        ...percentileQueries(queries, {
          metric: OPERATION_DURATION,
          where: { [OPERATION.key]: ['login'] },
        }),
        noValue: 'no logins',
        links: [links.dashboard('performance')],
      }),
      timeSeriesPanel({
        title: 'Latency of requests',
        description:
          'Time until a request to something protected was authenticated: what authentication adds to every request.',
        width: 8,
        unit: UNITS.seconds,
        ...percentileQueries(queries, {
          metric: OPERATION_DURATION,
          where: { [OPERATION.key]: ['authenticate'] },
        }),
        noValue: 'no requests',
        links: [links.dashboard('performance')],
      }),
      alertPanel(kit, {
        alerts: ['AuthLatencyElevated', 'AuthLatencyHigh'],
        title: 'Latency by operation',
        description: 'p95 of every operation.',
        width: 8,
        unit: UNITS.seconds,
        seriesLinks: [links.operation()],
      }),
    ],
  };
}
