import { COUNTRY, OUTCOME, SOURCE_COUNTRIES } from '@authmeter/core/conventions';
import { tablePanel, timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf, shareOf } from '../panel-queries';

/** Where the attempts come from. */
export function placesRow({ queries }: DashboardKit): RowDraft {
  const all = { metric: SOURCE_COUNTRIES };
  const failed = { ...all, where: { [OUTCOME.key]: ['failure'] } };
  const count = queries.inRange(all, [COUNTRY]);
  return {
    title: 'Where',
    panels: [
      tablePanel({
        title: 'Attempts by country',
        description:
          'Attempts in the range by country, and how many of them failed. Only where the service was given a locator (option locateCountry); the networks are among the top sources above.',
        width: 12,
        labels: [{ label: COUNTRY.key, title: 'Country' }],
        values: [
          { title: 'Attempts', expr: `${count} > 0`, unit: UNITS.count, decimals: 0 },
          {
            title: 'Failed',
            expr: shareOf(queries.inRange(failed, [COUNTRY]), count),
            unit: UNITS.share,
            decimals: 0,
          },
        ],
        noValue: 'no locator',
      }),
      timeSeriesPanel({
        title: 'Failures by country',
        description:
          'Failed attempts a second by country. A country that your users do not live in and that rises alone is worth a rule at the edge.',
        width: 12,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [{ expr: queries.perSecond(failed, [COUNTRY]), legend: legendOf(COUNTRY) }],
        noValue: 'no locator',
      }),
    ],
  };
}
