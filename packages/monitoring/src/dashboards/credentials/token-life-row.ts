import { METHOD, TOKEN_AGE, TOKEN_REMAINING_LIFETIME } from '@authmeter/core/conventions';
import { heatmapPanel, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';
import { percentileQueries } from '../percentiles';

/** A bound of the histogram, so nothing has to be guessed inside a bucket. */
const SOON_SECONDS = 60;

/** How old tokens are when they are used, and how long they still have. */
export function tokenLifeRow({ queries, links }: DashboardKit): RowDraft {
  const age = { metric: TOKEN_AGE };
  return {
    title: 'Token life',
    panels: [
      timeSeriesPanel({
        title: 'Mean age at use',
        description:
          'Mean age of accepted tokens by method. Near the full lifetime: clients hold tokens until they expire; near nothing: they fetch one for every request.',
        width: 6,
        unit: UNITS.seconds,
        queries: [{ expr: queries.mean(age, [METHOD]), legend: legendOf(METHOD) }],
        noValue: 'not recorded',
      }),
      timeSeriesPanel({
        title: 'Age at use',
        description: 'Percentiles of the age of accepted tokens.',
        width: 6,
        unit: UNITS.seconds,
        ...percentileQueries(queries, age),
        noValue: 'not recorded',
      }),
      heatmapPanel({
        title: 'Ages at use',
        description:
          'How many accepted tokens were how old. A band that moves up with time is a cohort issued in one moment: it will expire in one moment too.',
        width: 6,
        rows: 'buckets',
        unit: UNITS.perSecond,
        boundUnit: UNITS.seconds,
        queries: [{ expr: queries.buckets(age), legend: '{{le}}' }],
      }),
      timeSeriesPanel({
        title: 'About to expire',
        description:
          'Share of accepted tokens with less than a minute left. It climbs before a wave of expired tokens arrives.',
        width: 6,
        unit: UNITS.share,
        queries: [
          {
            expr: queries.shareBelow({ metric: TOKEN_REMAINING_LIFETIME }, SOON_SECONDS, [METHOD]),
            legend: legendOf(METHOD),
          },
        ],
        max: 1,
        links: [links.runbook('AuthExpiredTokensHigh')],
        noValue: 'not recorded',
      }),
    ],
  };
}
