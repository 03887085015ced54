import type { MetricDefinition } from '@authmeter/core/conventions';
import { definitionOf } from '../ingest/metric-names';
import type { Distribution, MetricPoint } from '../ingest/metric-point';
import type { CumulativeToDelta } from './cumulative-to-delta';
import { explicitOf, exponentialOf } from './otlp-distributions';
import { attributesOf, listOf, numberOf } from './otlp-values';
import type {
  OtlpExponentialPoint,
  OtlpHistogramPoint,
  OtlpMetric,
  OtlpNumberPoint,
  OtlpResourceMetrics,
  OtlpTemporality,
} from './otlp-request';

/** How an export is read. */
export interface OtlpReading {
  readonly deltas: CumulativeToDelta;
  /** Whether totals with this start, in nanoseconds since 1970, may hold what happened before we listened. */
  readonly isBaseline: (startNanoseconds: number) => boolean;
  readonly take: (point: MetricPoint) => void;
  /** Told over how many seconds something was counted. */
  readonly onSpan: (seconds: number) => void;
}

const DELTA: readonly OtlpTemporality[] = [1, 'AGGREGATION_TEMPORALITY_DELTA'];
/** Set where a point only says that there is no value any more. */
const NO_RECORDED_VALUE = 1;
const NANOSECONDS_PER_SECOND = 1e9;

type AnyPoint = OtlpNumberPoint | OtlpHistogramPoint | OtlpExponentialPoint;

/** Hands over every point of Authmeter's metrics in an export. What cannot be read is skipped. */
export function readOtlpMetrics({ scopeMetrics }: OtlpResourceMetrics, reading: OtlpReading): void {
  for (const { metrics } of listOf(scopeMetrics)) {
    for (const metric of listOf(metrics)) {
      const definition = typeof metric.name === 'string' ? definitionOf(metric.name) : undefined;
      if (definition !== undefined) readMetric(definition, metric, reading);
    }
  }
}

function readMetric(
  definition: MetricDefinition,
  { sum, gauge, histogram, exponentialHistogram }: OtlpMetric,
  reading: OtlpReading,
): void {
  const { take } = reading;
  if (definition.kind === 'histogram') {
    for (const point of recorded(histogram?.dataPoints)) {
      const value = explicitOf(point);
      takeDistribution(definition, point, value, histogram?.aggregationTemporality, reading);
    }
    for (const point of recorded(exponentialHistogram?.dataPoints)) {
      const value = exponentialOf(point, definition.buckets ?? []);
      takeDistribution(
        definition,
        point,
        value,
        exponentialHistogram?.aggregationTemporality,
        reading,
      );
    }
    return;
  }
  for (const point of recorded(sum?.dataPoints ?? gauge?.dataPoints)) {
    const value = numberOf(point.asDouble ?? point.asInt);
    if (value === undefined) continue;
    const attributes = attributesOf(point.attributes);
    const isCounter = definition.kind === 'counter' && sum !== undefined;
    const [counted = value] = isCounter
      ? countedParts(definition, point, [value], sum.aggregationTemporality, reading)
      : [];
    take({ definition, attributes, value: counted });
  }
}

function takeDistribution(
  definition: MetricDefinition,
  point: AnyPoint,
  value: Distribution,
  temporality: OtlpTemporality | undefined,
  reading: OtlpReading,
): void {
  const attributes = attributesOf(point.attributes);
  const all = [...value.counts, value.sum];
  const parts = countedParts(definition, point, all, temporality, reading);
  const counts = parts.slice(0, -1);
  if (counts.length !== value.boundaries.length + 1) return;
  reading.take({ definition, attributes, value: { ...value, counts, sum: parts.at(-1) ?? 0 } });
}

/** What came since the last export, whichever way the point tells it. */
function countedParts(
  { name }: MetricDefinition,
  { attributes, startTimeUnixNano, timeUnixNano }: AnyPoint,
  totals: readonly number[],
  temporality: OtlpTemporality | undefined,
  { deltas, isBaseline, onSpan }: OtlpReading,
): readonly number[] {
  const start = numberOf(startTimeUnixNano) ?? 0;
  const isTold = isDelta(temporality);
  if (isTold || !isBaseline(start)) {
    onSpan(((numberOf(timeUnixNano) ?? start) - start) / NANOSECONDS_PER_SECOND);
  }
  if (isTold) return totals;
  const sorted = Object.entries(attributesOf(attributes)).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const series = JSON.stringify([name, start, sorted]);
  return deltas.difference(series, totals, isBaseline(start));
}

function isDelta(temporality: OtlpTemporality | undefined): boolean {
  return temporality !== undefined && DELTA.includes(temporality);
}

function recorded<Point extends AnyPoint>(points: readonly Point[] | undefined): readonly Point[] {
  return listOf(points).filter(({ flags = 0 }) => (flags & NO_RECORDED_VALUE) === 0);
}
