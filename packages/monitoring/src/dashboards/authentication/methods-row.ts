import { ATTEMPTS, METHOD } from '@authmeter/core/conventions';
import { barGaugePanel, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** How people and programs authenticate. */
export function methodsRow({ byMethod, queries }: DashboardKit): RowDraft {
  const byEach = byMethod.inRange({ metric: ATTEMPTS }, [METHOD]);
  return {
    title: 'Methods',
    panels: [
      barGaugePanel({
        title: 'Distribution of methods',
        description:
          'Share of each method among the attempts in the range. A method that nobody uses any more is one to switch off.',
        width: 8,
        unit: UNITS.share,
        queries: [
          {
            expr: `${byEach} / scalar(${queries.inRange({ metric: ATTEMPTS })}) > 0`,
            legend: legendOf(METHOD),
          },
        ],
        min: 0,
        max: 1,
        noValue: 'no traffic',
      }),
      timeSeriesPanel({
        title: 'Requests by method',
        description:
          'Attempts a second by method. A method that falls to nothing has lost its users to a release, or its provider to an outage.',
        width: 16,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [
          { expr: byMethod.perSecond({ metric: ATTEMPTS }, [METHOD]), legend: legendOf(METHOD) },
        ],
      }),
    ],
  };
}
