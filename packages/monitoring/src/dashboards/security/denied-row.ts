import {
  ATTEMPTS,
  AUTHORIZATIONS,
  METHOD,
  OUTCOME,
  POLICY,
  REASON,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** Who is known and still not allowed. */
export function deniedRow({ queries, links }: DashboardKit): RowDraft {
  return {
    title: 'Denied',
    panels: [
      timeSeriesPanel({
        title: 'Authorizations by policy',
        description:
          'Decisions a second on what an authenticated caller may do. Refusals that rise after a release are a role that got lost.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond({ metric: AUTHORIZATIONS }, [POLICY, OUTCOME]),
            legend: legendOf(POLICY, OUTCOME),
          },
        ],
        noValue: 'not recorded',
      }),
      timeSeriesPanel({
        title: 'Insufficient permissions',
        description:
          'Attempts a second that failed because the caller is not allowed to, by method. Somebody with stolen credentials tries doors.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond(
              { metric: ATTEMPTS, where: { [REASON.key]: ['insufficient_permissions'] } },
              [METHOD],
            ),
            legend: legendOf(METHOD),
          },
        ],
        links: [links.failureReasons('insufficient_permissions')],
      }),
    ],
  };
}
