import { ATTEMPTS, LOGINS, type MetricDefinition } from '@authmeter/core/conventions';
import type { PanelReading, PlotSeries } from '../blocks/models';
import { axisOf, ratesOf } from '../data/rates';
import type { View } from '../data/view';
import { formatNumber, formatRound, orDash } from '../format/numbers';
import { marksOf } from './marks';
import { describeRate, NOW_SECONDS } from './now-and-before';
import type { PanelDefinition } from './panel-definition';
import { rateTable } from './rate-table';

const OUTCOMES = ['success', 'failure'] as const;

export const ATTEMPTS_PANEL: PanelDefinition = {
  id: 'attempts',
  title: 'Attempts by outcome',
  metrics: [ATTEMPTS],
  read: (view) => readOutcomes(view, ATTEMPTS, 'Attempts a second, by outcome'),
};

export const LOGINS_PANEL: PanelDefinition = {
  id: 'logins',
  title: 'Logins by outcome',
  metrics: [LOGINS],
  read: (view) => readOutcomes(view, LOGINS, 'Logins a second, by outcome'),
};

function readOutcomes(view: View, metric: MetricDefinition, caption: string): PanelReading {
  const axis = axisOf(view);
  const columns = OUTCOMES.map((outcome) => ({
    label: outcome,
    series: view.filtered(metric, { outcome: [outcome] }),
  }));
  const series = columns.map(({ label, series: selected }): PlotSeries => ({
    label,
    ink: label,
    values: ratesOf(view, axis, selected),
    text: orDash(view.rateOf(selected, NOW_SECONDS), (rate) => `${formatNumber(rate)}/s`),
  }));
  return {
    sentence: describeRate(view, view.filtered(metric)),
    blocks: [
      {
        kind: 'plot',
        at: axis.at,
        series,
        isStacked: false,
        begin: view.begin,
        end: view.now,
        format: formatNumber,
        formatAxis: formatRound,
        atLeast: 1,
        marks: marksOf(view),
      },
    ],
    tables: [rateTable(view, caption, columns)],
  };
}
