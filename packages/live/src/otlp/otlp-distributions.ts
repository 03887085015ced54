import { explicitBucketsOf } from '../ingest/exponential-buckets';
import type { Distribution } from '../ingest/metric-point';
import type { OtlpExponentialPoint, OtlpHistogramPoint } from './otlp-request';
import { numberOf, numbersOf } from './otlp-values';

/** What a histogram with explicit bounds holds. */
export function explicitOf({
  bucketCounts,
  explicitBounds,
  sum,
}: OtlpHistogramPoint): Distribution {
  return {
    boundaries: numbersOf(explicitBounds),
    counts: numbersOf(bucketCounts),
    sum: numberOf(sum) ?? 0,
  };
}

/** What an exponential histogram holds, under explicit bounds. */
export function exponentialOf(
  { scale = 0, zeroCount, positive, sum }: OtlpExponentialPoint,
  boundaries: readonly number[],
): Distribution {
  return explicitBucketsOf(
    {
      scale,
      zeroCount: numberOf(zeroCount) ?? 0,
      positive: {
        offset: positive?.offset ?? 0,
        bucketCounts: numbersOf(positive?.bucketCounts),
      },
      sum: numberOf(sum) ?? 0,
    },
    boundaries,
  );
}
