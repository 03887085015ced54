import {
  OPERATION_DURATION,
  PASSWORD_HASH_DURATION,
  TOKEN_VALIDATION_DURATION,
} from '@authmeter/core/conventions';
import { quantileOf } from '../../shared/quantile';
import type { SeriesPayload } from '../../shared/payload';
import type { PlotSeries, TableModel } from '../blocks/models';
import { bucketsOf, sizeOf } from '../data/buckets';
import { axisOf, trailing } from '../data/rates';
import { slotsBetween, type View } from '../data/view';
import { formatCount, NO_NUMBER, plural } from '../format/numbers';
import { formatLatency, formatRoundLatency, formatTime } from '../format/times';
import { readable } from '../format/words';
import { marksOf } from './marks';
import type { PanelDefinition } from './panel-definition';

const PERCENTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;
const SPAN_SECONDS = 30;
/** Below so many a percentile says nothing. */
const LEAST_SAMPLES = 20;

/** Finer histograms of parts of operations, offered beside the operations. */
const PARTS = {
  'token validation (one)': TOKEN_VALIDATION_DURATION,
  'password hash': PASSWORD_HASH_DURATION,
} as const;

/** How long operations take. */
export const LATENCY_PANEL: PanelDefinition = {
  id: 'latency',
  title: 'Latency',
  metrics: [OPERATION_DURATION, ...Object.values(PARTS)],
  choice: {
    label: 'Operation',
    values: (view) => [
      ...view.valuesOf(OPERATION_DURATION, 'operation').map(readable),
      ...Object.entries(PARTS).flatMap(([name, metric]) =>
        view.hasRecorded(metric) ? [name] : [],
      ),
    ],
  },
  read: (view, chosen) => {
    const series = seriesOf(view, chosen);
    const axis = axisOf(view);
    const spans = trailing(view, axis, SPAN_SECONDS, (slots) =>
      bucketsOf(view.track, series, slots),
    );
    const latest = bucketsOf(
      view.frame.fine,
      series,
      slotsBetween(view.frame.fine, view.now - SPAN_SECONDS * 1000, view.now),
    );
    const lines = Object.entries(PERCENTILES).map(([name, share]): PlotSeries => {
      const ink = name as keyof typeof PERCENTILES;
      const values = spans.map((buckets) =>
        buckets === null || sizeOf(buckets) < LEAST_SAMPLES
          ? null
          : (quantileOf(buckets, share)?.value ?? null),
      );
      return { label: name, ink, values, text: say(latest, share) };
    });
    const count = sizeOf(latest);
    return {
      sentence:
        count < LEAST_SAMPLES
          ? `${chosen}: too few to say, n = ${formatCount(count)} in the last ${String(SPAN_SECONDS)} seconds.`
          : `95 % of ${chosen} took at most ${say(latest, PERCENTILES.p95)} in the last ${String(SPAN_SECONDS)} seconds, n = ${formatCount(count)}.`,
      blocks: [
        {
          kind: 'plot',
          at: axis.at,
          series: lines,
          isStacked: false,
          begin: view.begin,
          end: view.now,
          format: formatLatency,
          formatAxis: formatRoundLatency,
          marks: marksOf(view),
        },
      ],
      tables: [tableOf(view, series, chosen)],
    };
  },
};

function seriesOf(view: View, chosen: string): readonly SeriesPayload[] {
  const part = Object.hasOwn(PARTS, chosen) ? PARTS[chosen as keyof typeof PARTS] : undefined;
  if (part !== undefined) return view.series(part);
  return view
    .series(OPERATION_DURATION)
    .filter(({ attributes }) => readable(attributes['operation'] ?? '') === chosen);
}

function say(buckets: ReturnType<typeof bucketsOf>, share: number): string {
  if (sizeOf(buckets) < LEAST_SAMPLES) return NO_NUMBER;
  const quantile = quantileOf(buckets, share);
  if (quantile === undefined) return NO_NUMBER;
  return `${quantile.isLowerBound ? '≥ ' : ''}${formatLatency(quantile.value)}`;
}

function tableOf(view: View, series: readonly SeriesPayload[], chosen: string): TableModel {
  const rows: string[][] = [];
  for (let end = view.now; end > view.begin; end -= SPAN_SECONDS * 1000) {
    const slots = slotsBetween(view.track, end - SPAN_SECONDS * 1000, end);
    if (slots.length === 0) continue;
    const buckets = bucketsOf(view.track, series, slots);
    const percentiles = Object.values(PERCENTILES).map((share) => say(buckets, share));
    rows.push([formatTime(end), ...percentiles, formatCount(sizeOf(buckets))]);
  }
  return {
    caption: `Latency of ${chosen}, ${plural(SPAN_SECONDS, 'second')} a row; a dash below ${String(LEAST_SAMPLES)} samples`,
    columns: ['Until', ...Object.keys(PERCENTILES), 'Samples'],
    rows,
  };
}
