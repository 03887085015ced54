import {
  ATTEMPTS,
  DEPENDENCY_UP,
  OPERATION_DURATION,
  SESSIONS_ACTIVE,
} from '@authmeter/core/conventions';
import type { MetricPoint } from '../../src/ingest/metric-point';
import { CumulativeToDelta } from '../../src/otlp/cumulative-to-delta';
import type { OtlpMetric } from '../../src/otlp/otlp-request';
import { readOtlpMetrics } from '../../src/otlp/read-otlp-metrics';

function read(...metrics: readonly OtlpMetric[]): readonly MetricPoint['value'][] {
  const values: MetricPoint['value'][] = [];
  readOtlpMetrics(
    { scopeMetrics: [{ metrics }] },
    {
      deltas: new CumulativeToDelta(),
      isBaseline: () => false,
      take: ({ value }) => values.push(value),
      onSpan: () => undefined,
    },
  );
  return values;
}

describe('points of OTLP', () => {
  it('may leave out everything that has a default', () => {
    const [explicit, exponential] = read(
      { name: OPERATION_DURATION.name, histogram: { dataPoints: [{ bucketCounts: ['4'] }] } },
      { name: OPERATION_DURATION.name, exponentialHistogram: { dataPoints: [{}] } },
    );

    expect(explicit).toEqual({ boundaries: [], counts: [4], sum: 0 });
    expect(exponential).toEqual({
      boundaries: OPERATION_DURATION.buckets,
      counts: OPERATION_DURATION.buckets.map(() => 0).concat(0),
      sum: 0,
    });
  });

  it('say their temporality as a number or by its name', () => {
    const sum = (aggregationTemporality: number | string) => ({
      name: ATTEMPTS.name,
      sum: { aggregationTemporality, dataPoints: [{ asInt: '3' }, { asInt: 5 }] },
    });

    expect(read(sum(1))).toEqual([3, 5]);
    expect(read(sum('AGGREGATION_TEMPORALITY_DELTA'))).toEqual([3, 5]);
    // Two totals of one series: the second adds what it has more.
    expect(read(sum(2))).toEqual([3, 2]);
    expect(read(sum('AGGREGATION_TEMPORALITY_CUMULATIVE'))).toEqual([3, 2]);
  });

  it('that hold what is true now are taken as they are', () => {
    expect(
      read(
        { name: DEPENDENCY_UP.name, gauge: { dataPoints: [{ asDouble: 0 }] } },
        {
          name: SESSIONS_ACTIVE.name,
          sum: { aggregationTemporality: 2, dataPoints: [{ asInt: '7' }] },
        },
      ),
    ).toEqual([0, 7]);
  });

  it('are left out where they say that there is no value, or not one that can be read', () => {
    const point = { asInt: '3', flags: 1 };

    expect(
      read(
        {
          name: ATTEMPTS.name,
          sum: { aggregationTemporality: 1, dataPoints: [point, { asInt: '' }] },
        },
        { name: ATTEMPTS.name },
        { name: 'host.metric', sum: { dataPoints: [{ asInt: '3' }] } },
        { name: OPERATION_DURATION.name, sum: { dataPoints: [{ asInt: '3' }] } },
        {
          name: OPERATION_DURATION.name,
          histogram: { dataPoints: [{ bucketCounts: ['1', '2'], explicitBounds: [1, 2, 3] }] },
        },
      ),
    ).toEqual([]);
  });
});
