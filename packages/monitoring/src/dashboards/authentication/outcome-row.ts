import { ATTEMPTS, LOGINS, OUTCOME } from '@authmeter/core/conventions';
import { OUTCOME_COLOURS, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** How it ends. */
export function outcomeRow(kit: DashboardKit): RowDraft {
  const { byMethod } = kit;
  return {
    title: 'Outcome',
    panels: [
      timeSeriesPanel({
        title: 'Requests by outcome',
        description:
          'Attempts a second that succeeded and that failed. Normal: failures follow successes at a steady distance. Failures that rise alone are an attack or a release; successes that fall alone are an outage.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: byMethod.perSecond({ metric: ATTEMPTS }, [OUTCOME]),
            legend: legendOf(OUTCOME),
          },
        ],
        colours: OUTCOME_COLOURS,
      }),
      timeSeriesPanel({
        title: 'Logins by outcome',
        description:
          'Login ceremonies a second by how they ended. An attack on the login form shows here and among the requests; one on tokens or API keys shows among the requests alone.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: byMethod.perSecond({ metric: LOGINS }, [OUTCOME]),
            legend: legendOf(OUTCOME),
          },
        ],
        colours: OUTCOME_COLOURS,
      }),
      alertPanel(kit, {
        alerts: ['AuthFailureRatioHigh'],
        title: 'Failure ratio of requests',
        description: 'Share of attempts that failed, of all methods.',
        width: 12,
        unit: UNITS.share,
      }),
      alertPanel(kit, {
        alerts: ['LoginFailureRatioElevated', 'LoginFailureRatioHigh'],
        title: 'Failure ratio of logins',
        description: 'Share of logins that failed, of all methods.',
        width: 12,
        unit: UNITS.share,
      }),
    ],
  };
}
