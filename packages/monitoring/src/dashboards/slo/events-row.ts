import {
  ATTEMPTS,
  DEPENDENCY,
  DEPENDENCY_CHECK_DURATION,
  OUTCOME,
  REASON,
} from '@authmeter/core/conventions';
import {
  OUTCOME_COLOURS,
  REASON_COLOURS,
  timeSeriesPanel,
  UNITS,
  type RowDraft,
} from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** What spent the budget. */
export function eventsRow({ queries, slo, links }: DashboardKit): RowDraft {
  const bad = { metric: ATTEMPTS, where: { [REASON.key]: slo.badReasons } };
  const good = { metric: ATTEMPTS, except: { [REASON.key]: slo.badReasons } };
  return {
    title: 'Events',
    panels: [
      timeSeriesPanel({
        title: 'Good and bad events',
        description:
          'Attempts a second that kept the promise (a refusal is good where it is right) and that broke it.',
        width: 8,
        unit: UNITS.perSecond,
        queries: [
          { expr: queries.perSecond(good), legend: 'good' },
          { expr: queries.perSecond(bad), legend: 'bad' },
        ],
        colours: { good: OUTCOME_COLOURS.success, bad: OUTCOME_COLOURS.failure },
      }),
      timeSeriesPanel({
        title: 'Bad events by reason',
        description:
          'dependency_error: something we call failed; look at the dependencies. internal_error: a bug or a setting of ours; look at the last release.',
        width: 8,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [{ expr: queries.perSecond(bad, [REASON]), legend: legendOf(REASON) }],
        colours: REASON_COLOURS,
        links: [links.runbook('AuthServerErrors')],
      }),
      timeSeriesPanel({
        title: 'Failed checks by dependency',
        description: 'Health checks a second that failed, by dependency.',
        width: 8,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond(
              { metric: DEPENDENCY_CHECK_DURATION, where: { [OUTCOME.key]: ['failure'] } },
              [DEPENDENCY],
            ),
            legend: legendOf(DEPENDENCY),
          },
        ],
        links: [links.runbook('AuthDependencyDown')],
        noValue: 'none failed',
      }),
    ],
  };
}
