import * as installedSdk from '@opentelemetry/sdk-metrics';
import type { IMetricReader, MeterProvider, ViewOptions } from '@opentelemetry/sdk-metrics';
import {
  createSnapshot,
  type HistogramValue,
  type MetricPoint,
  type MetricsSnapshot,
  type PointsOptions,
} from './metrics-snapshot';

/** Whether a reader reports totals since the start, or what came since its last collection. */
export type ReaderTemporality = 'cumulative' | 'delta';

/** The parts of the metrics SDK that a harness is made of. */
export type MetricsSdk = Pick<
  typeof installedSdk,
  'AggregationTemporality' | 'MeterProvider' | 'MetricReader'
>;

export interface MetricsHarnessOptions {
  /** One in-memory reader each. Default: one cumulative reader. */
  readonly readers?: readonly ReaderTemporality[];
  readonly views?: readonly ViewOptions[];
  /** Another line of the SDK than the installed one. */
  readonly sdk?: MetricsSdk;
}

/** A real SDK whose exported points are read in memory. */
export interface MetricsHarness {
  readonly meterProvider: MeterProvider;
  /** Collects for one reader, the first by default. Rejects when a callback failed. */
  collect(reader?: number): Promise<MetricsSnapshot>;
  /** Collects, and gives the points of one counter or gauge. */
  points(name: string, options?: PointsOptions): Promise<readonly MetricPoint[]>;
  /** Collects, and gives the points of one histogram. */
  distributions(name: string): Promise<readonly MetricPoint<HistogramValue>[]>;
  shutdown(): Promise<void>;
}

/** Makes an SDK with in-memory readers. Registers nothing globally. */
export function createMetricsHarness({
  readers = ['cumulative'],
  views = [],
  sdk = installedSdk,
}: MetricsHarnessOptions = {}): MetricsHarness {
  const made = readers.map((temporality) => createReader(sdk, temporality));
  const meterProvider = new sdk.MeterProvider({ readers: made, views: [...views] });
  const collect = async (reader = 0): Promise<MetricsSnapshot> => {
    const { resourceMetrics, errors } = await readerAt(made, reader).collect();
    if (errors.length > 0) throw new AggregateError(errors, 'a collection callback failed');
    return createSnapshot(resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics));
  };
  return {
    meterProvider,
    collect,
    points: async (name, options) => (await collect()).points(name, options),
    distributions: async (name) => (await collect()).distributions(name),
    shutdown: () => meterProvider.shutdown(),
  };
}

function createReader(sdk: MetricsSdk, temporality: ReaderTemporality): IMetricReader {
  const { CUMULATIVE, DELTA } = sdk.AggregationTemporality;
  class InMemoryReader extends sdk.MetricReader {
    protected override onForceFlush(): Promise<void> {
      return Promise.resolve();
    }

    protected override onShutdown(): Promise<void> {
      return Promise.resolve();
    }
  }
  return new InMemoryReader({
    aggregationTemporalitySelector: () => (temporality === 'delta' ? DELTA : CUMULATIVE),
  });
}

function readerAt(readers: readonly IMetricReader[], index: number): IMetricReader {
  const reader = readers[index];
  if (reader === undefined) throw new RangeError(`there is no reader ${String(index)}`);
  return reader;
}
