import { OPERATION, OPERATION_DURATION } from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** What people still call fast; a bound of the histogram, so nothing has to be guessed inside a bucket. */
export const ACCEPTABLE_SECONDS = 1;

/** Whether it is fast enough, which is a promise of its own. */
export function latencyRow({ queries, links }: DashboardKit): RowDraft {
  return {
    title: 'Latency',
    panels: [
      timeSeriesPanel({
        title: `Operations of at most ${ACCEPTABLE_SECONDS} s`,
        description: `Share of operations that took no more than ${ACCEPTABLE_SECONDS} s, by operation. Failures count too: a user who waits for a refusal waits.`,
        width: 24,
        unit: UNITS.share,
        queries: [
          {
            expr: queries.shareBelow({ metric: OPERATION_DURATION }, ACCEPTABLE_SECONDS, [
              OPERATION,
            ]),
            legend: legendOf(OPERATION),
          },
        ],
        max: 1,
        links: [links.dashboard('performance')],
        noValue: 'no traffic',
      }),
    ],
  };
}
