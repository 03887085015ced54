import { OPERATION, OPERATION_DURATION } from '@authmeter/core/conventions';
import { heatmapPanel, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';
import { percentileQueries } from '../percentiles';

/** What takes how long. */
export function operationsRow(kit: DashboardKit): RowDraft {
  const { queries, byOperation, links } = kit;
  const of = { metric: OPERATION_DURATION };
  return {
    title: 'Operations',
    panels: [
      alertPanel(kit, {
        alerts: ['AuthLatencyElevated', 'AuthLatencyHigh'],
        title: 'p95 by operation',
        description: 'p95 of every operation. The one that rises first is the one to look at.',
        width: 12,
        unit: UNITS.seconds,
        seriesLinks: [links.operation()],
      }),
      timeSeriesPanel({
        title: 'Rate by operation',
        description:
          'Operations a second by kind. Slower with more traffic is capacity; slower without is a dependency or a release.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [{ expr: queries.perSecond(of, [OPERATION]), legend: legendOf(OPERATION) }],
        seriesLinks: [links.operation()],
      }),
      timeSeriesPanel({
        title: 'Percentiles of $operation',
        description:
          'Latency of the operation that is chosen at the top: half are faster than p50, 1 in 20 is slower than p95, 1 in 100 than p99.',
        width: 12,
        unit: UNITS.seconds,
        ...percentileQueries(byOperation, of),
        noValue: 'no such operation',
      }),
      heatmapPanel({
        title: 'Durations of $operation',
        description:
          'How many took how long, for the operation that is chosen at the top. Two bands are two kinds of work, such as a cache that hits and misses.',
        width: 12,
        rows: 'buckets',
        unit: UNITS.perSecond,
        boundUnit: UNITS.seconds,
        queries: [{ expr: byOperation.buckets(of), legend: '{{le}}' }],
      }),
      alertPanel(kit, {
        alerts: ['LoginLatencyHigh'],
        title: 'Login latency',
        description: 'p95 of logins.',
        width: 12,
        unit: UNITS.seconds,
      }),
      alertPanel(kit, {
        alerts: ['RefreshLatencyHigh'],
        title: 'Refresh latency',
        description: 'p95 of token refreshes.',
        width: 12,
        unit: UNITS.seconds,
      }),
    ],
  };
}
