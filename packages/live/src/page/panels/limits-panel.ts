import {
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_RESULTS,
  RATE_LIMIT_USAGE,
} from '@authmeter/core/conventions';
import type { BarRow, PlotSeries } from '../blocks/models';
import { axisOf, ratesOf } from '../data/rates';
import type { View } from '../data/view';
import { formatNumber, formatRound, formatShare, orDash } from '../format/numbers';
import { readable } from '../format/words';
import { marksOf } from './marks';
import { NOW_SECONDS } from './now-and-before';
import type { PanelDefinition } from './panel-definition';
import { rateTable } from './rate-table';

const ALL = 'all limiters';
/** Marks on the bar of a limiter's usage. The bar ends a little above what is allowed, so that a breach shows. */
const BAR_END = 1.25;
const TICKS = [0.8 / BAR_END, 1 / BAR_END];

/** What limiters decide, and how full they are. */
export const LIMITS_PANEL: PanelDefinition = {
  id: 'limits',
  title: 'Rate limits',
  metrics: [RATE_LIMIT_REQUESTS, RATE_LIMIT_USAGE],
  choice: {
    label: 'Limiter',
    values: (view) => [ALL, ...view.valuesOf(RATE_LIMIT_REQUESTS, 'limiter')],
  },
  read: (view, chosen) => {
    const axis = axisOf(view);
    const where = chosen === ALL ? {} : { limiter: [chosen] };
    const columns = RATE_LIMIT_RESULTS.map((result) => ({
      label: result,
      series: view.series(RATE_LIMIT_REQUESTS, { ...where, result: [result] }),
    })).filter(({ series }) => series.length > 0);
    const series = columns.map(({ label, series: selected }): PlotSeries => ({
      label: readable(label),
      ink: label,
      values: ratesOf(view, axis, selected),
      text: orDash(view.rateOf(selected, NOW_SECONDS), (rate) => `${formatNumber(rate)}/s`),
    }));
    const usage = usageRows(view);
    return {
      sentence: describe(view, where),
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
        ...(usage.length > 0
          ? [
              {
                kind: 'bars',
                title: 'Fullest key, lines at 80 and 100 %',
                rows: usage,
                empty: '',
              } as const,
            ]
          : []),
      ],
      tables: [
        rateTable(view, `Decisions of ${chosen} a second`, columns),
        {
          caption: 'Largest used share among the keys of a limiter',
          columns: ['Limiter', 'Used'],
          rows: usage.map(({ label, text }) => [label, text]),
        },
      ],
    };
  },
};

function usageRows(view: View): readonly BarRow[] {
  return view.series(RATE_LIMIT_USAGE).flatMap((series): BarRow[] => {
    const used = view.gaugeOf([series]);
    const limiter = series.attributes['limiter'] ?? '';
    if (used === undefined) return [];
    return [
      {
        key: limiter,
        label: readable(limiter),
        share: used / BAR_END,
        text: formatShare(used),
        ink: used >= 1 ? 'limited' : 'success',
        ticks: TICKS,
      },
    ];
  });
}

function describe(view: View, where: Record<string, string[]>): string {
  const all = view.rateOf(view.series(RATE_LIMIT_REQUESTS, where), NOW_SECONDS) ?? 0;
  const limited = view.series(RATE_LIMIT_REQUESTS, { ...where, result: ['limited'] });
  const rate = view.rateOf(limited, NOW_SECONDS) ?? 0;
  if (all === 0) return `Nothing decided in the last ${String(NOW_SECONDS)} seconds.`;
  return `${formatNumber(rate)} of ${formatNumber(all)} requests a second are refused now.`;
}
