import { ATTEMPTS, AUTH_REASONS } from '@authmeter/core/conventions';
import type { PlotSeries } from '../blocks/models';
import { axisOf, ratesOf } from '../data/rates';
import type { View } from '../data/view';
import { formatNumber, formatRound, formatShare, orDash } from '../format/numbers';
import { readable } from '../format/words';
import { FAMILIES, FAMILY_NAMES } from '../style/families';
import { marksOf } from './marks';
import { NOW_SECONDS } from './now-and-before';
import type { PanelDefinition } from './panel-definition';
import { rateTable } from './rate-table';

/** Failed attempts by who has to act, the reasons named. */
export const REASONS_PANEL: PanelDefinition = {
  id: 'reasons',
  title: 'Failures by who must act',
  metrics: [ATTEMPTS],
  read: (view) => {
    const axis = axisOf(view);
    const families = FAMILY_NAMES.map((name) => ({
      name,
      series: failed(view, FAMILIES[name].reasons),
    }));
    const present = families.filter(({ series }) => view.countOf(series) > 0);
    const series = present.map(({ name, series: selected }): PlotSeries => ({
      label: FAMILIES[name].label,
      ink: name,
      values: ratesOf(view, axis, selected),
      text: orDash(view.rateOf(selected, NOW_SECONDS), (rate) => `${formatNumber(rate)}/s`),
    }));
    const reasons = AUTH_REASONS.map((reason) => ({
      label: readable(reason),
      series: failed(view, [reason]),
    })).filter((column) => column.series.length > 0);
    return {
      sentence: describe(view, families),
      blocks: [
        {
          kind: 'plot',
          at: axis.at,
          series,
          isStacked: true,
          begin: view.begin,
          end: view.now,
          format: formatNumber,
          formatAxis: formatRound,
          atLeast: 1,
          marks: marksOf(view),
        },
      ],
      tables: [rateTable(view, 'Failed attempts a second, by reason', reasons)],
    };
  },
};

type Families = readonly {
  readonly name: (typeof FAMILY_NAMES)[number];
  readonly series: ReturnType<View['series']>;
}[];

function failed(view: View, reasons: readonly string[]): ReturnType<View['series']> {
  return view.filtered(ATTEMPTS, { outcome: ['failure'], reason: reasons });
}

function describe(view: View, families: Families): string {
  const rates = families
    .map(({ name, series }) => ({ name, rate: view.rateOf(series, NOW_SECONDS) ?? 0 }))
    .sort((left, right) => right.rate - left.rate);
  const total = rates.reduce((sum, { rate }) => sum + rate, 0);
  const [first] = rates;
  if (first === undefined || total === 0)
    return `No failure in the last ${String(NOW_SECONDS)} seconds.`;
  const label = FAMILIES[first.name].label.toLowerCase();
  return `${formatNumber(total)} failures a second now; ${formatShare(first.rate / total)} ${label}.`;
}
