import type { Attributes } from '@opentelemetry/api';
import { DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';

/** What a histogram holds for one attribute set. `counts` has one entry more than `boundaries`. */
export interface HistogramValue {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly boundaries: readonly number[];
  readonly counts: readonly number[];
}

/** One exported point: a number for counters and gauges, a distribution for histograms. */
export interface MetricPoint<Value = number> {
  readonly attributes: Attributes;
  readonly value: Value;
}

export interface PointsOptions {
  /** Whether counter series at zero are listed too. Default false. */
  readonly withZeros?: boolean;
}

/** Everything that one collection exported; points are sorted by their attributes. */
export interface MetricsSnapshot {
  /** Names of the metrics that have at least one point, zeros counted in, in alphabetical order. */
  readonly names: readonly string[];
  /** The metric as the SDK exported it; undefined when it has no point. */
  metric(name: string): MetricData | undefined;
  /** Points of a counter, an up-down counter or a gauge; empty when there are none. */
  points(name: string, options?: PointsOptions): readonly MetricPoint[];
  /** Points of a histogram; empty when there are none. */
  distributions(name: string): readonly MetricPoint<HistogramValue>[];
}

/** Reads what a collection exported. */
export function createSnapshot(metrics: readonly MetricData[]): MetricsSnapshot {
  const withPoints = metrics.filter(({ dataPoints }) => dataPoints.length > 0);
  const metric = (name: string): MetricData | undefined =>
    withPoints.find(({ descriptor }) => descriptor.name === name);
  return {
    names: withPoints.map(({ descriptor }) => descriptor.name).sort(),
    metric,
    points: (name, options) => numbersOf(name, metric(name), options),
    distributions: (name) => distributionsOf(name, metric(name)),
  };
}

function numbersOf(
  name: string,
  data: MetricData | undefined,
  { withZeros = false }: PointsOptions = {},
): readonly MetricPoint[] {
  if (data === undefined) return [];
  if (data.dataPointType !== DataPointType.SUM && data.dataPointType !== DataPointType.GAUGE) {
    throw new TypeError(`${name} is a histogram: ask for its distributions`);
  }
  const isCounter = data.dataPointType === DataPointType.SUM && data.isMonotonic;
  const points = data.dataPoints.map(({ attributes, value }) => ({
    attributes: { ...attributes },
    value,
  }));
  return sortPoints(points.filter(({ value }) => withZeros || !isCounter || value !== 0));
}

function distributionsOf(
  name: string,
  data: MetricData | undefined,
): readonly MetricPoint<HistogramValue>[] {
  if (data === undefined) return [];
  if (data.dataPointType !== DataPointType.HISTOGRAM) {
    throw new TypeError(`${name} is no histogram: ask for its points`);
  }
  const points = data.dataPoints.map(({ attributes, value }) => ({
    attributes: { ...attributes },
    value: {
      count: value.count,
      sum: value.sum ?? Number.NaN,
      min: value.min ?? Number.NaN,
      max: value.max ?? Number.NaN,
      boundaries: [...value.buckets.boundaries],
      counts: [...value.buckets.counts],
    },
  }));
  return sortPoints(points);
}

function sortPoints<Value>(points: readonly MetricPoint<Value>[]): readonly MetricPoint<Value>[] {
  return points
    .map((point) => ({ point, key: JSON.stringify(Object.entries(point.attributes).sort()) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ point }) => point);
}
