import { ERRORS, ERROR_TYPE } from '@authmeter/core/conventions';
import { heatmapPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** What went wrong, when. */
export function errorsRow({ queries }: DashboardKit): RowDraft {
  return {
    title: 'Errors',
    panels: [
      heatmapPanel({
        title: 'Errors by type over time',
        description:
          'Failures of all operations by precise type; the darker, the more. A row that begins at once is a release or an attack; one that was always there is how your users are.',
        width: 24,
        rows: 'series',
        unit: UNITS.count,
        queries: [
          {
            expr: `${queries.inInterval({ metric: ERRORS }, [ERROR_TYPE])} > 0`,
            legend: legendOf(ERROR_TYPE),
          },
        ],
      }),
    ],
  };
}
