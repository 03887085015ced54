import {
  END_CAUSE,
  GRANT_TYPE,
  OUTCOME,
  REASON,
  SESSION_DURATION,
  TOKEN_ISSUANCES,
  TOKEN_REFRESHES,
  TOKEN_REVOCATIONS,
  TOKEN_TYPE,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft, type Unit } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';
import { percentileQueries } from '../percentiles';

/** From the issue of a token to its end. */
export function issuingRow({ queries, links }: DashboardKit): RowDraft {
  const rates = (
    title: string,
    description: string,
    expr: string,
    legend: string,
    unit: Unit = UNITS.perSecond,
  ) =>
    timeSeriesPanel({
      title,
      description,
      width: 8,
      unit,
      queries: [{ expr, legend }],
      noValue: 'not recorded',
    });
  return {
    title: 'Issue and end',
    panels: [
      rates(
        'Issued by grant',
        'Tokens issued a second by grant and type.',
        queries.perSecond({ metric: TOKEN_ISSUANCES }, [GRANT_TYPE, TOKEN_TYPE]),
        legendOf(GRANT_TYPE, TOKEN_TYPE),
      ),
      rates(
        'Refreshes',
        'Refresh tokens exchanged and refused a second, by reason. Refusals for invalid_credentials are stolen or replayed tokens.',
        queries.perSecondWhereAny({ metric: TOKEN_REFRESHES }, [OUTCOME, REASON]),
        legendOf(OUTCOME, REASON),
      ),
      rates(
        'Revoked by cause',
        'Tokens withdrawn a second before their time. By reuse is a theft, by rotation the ordinary life of refresh tokens.',
        queries.perSecond({ metric: TOKEN_REVOCATIONS }, [TOKEN_TYPE, END_CAUSE]),
        legendOf(TOKEN_TYPE, END_CAUSE),
      ),
      timeSeriesPanel({
        title: 'Session duration',
        description: 'How long sessions that ended had lasted.',
        width: 12,
        unit: UNITS.seconds,
        ...percentileQueries(queries, { metric: SESSION_DURATION }),
        links: [links.dashboard('authentication')],
        noValue: 'not recorded',
      }),
      timeSeriesPanel({
        title: 'Sessions ended by cause',
        description:
          'Sessions that ended a second, by cause. Many by timeout are users who are thrown out while they work.',
        width: 12,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [
          {
            expr: queries.perSecond({ metric: SESSION_DURATION }, [END_CAUSE]),
            legend: legendOf(END_CAUSE),
          },
        ],
        noValue: 'not recorded',
      }),
    ],
  };
}
