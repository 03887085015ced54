import { rebucket } from '../shared/rebucket';
import type { Distribution } from './metric-point';

/** One side of an exponential histogram: the count of each bucket from `offset` on. */
export interface ExponentialBuckets {
  readonly offset: number;
  readonly bucketCounts: readonly number[];
}

/** An exponential histogram as the SDK and OTLP describe it. */
export interface ExponentialDistribution {
  readonly scale: number;
  readonly zeroCount: number;
  readonly positive: ExponentialBuckets;
  readonly sum: number;
}

/**
 * The same values under explicit bounds; exponential ones move with the values. What is measured here is never
 * negative, so that side is left out.
 */
export function explicitBucketsOf(
  { scale, zeroCount, positive, sum }: ExponentialDistribution,
  boundaries: readonly number[],
): Distribution {
  const factor = 2 ** -scale;
  const exact = {
    boundaries: [
      0,
      ...positive.bucketCounts.map((_, index) => 2 ** ((positive.offset + index + 1) * factor)),
    ],
    counts: [zeroCount, ...positive.bucketCounts, 0],
  };
  return { boundaries, counts: rebucket(exact, boundaries), sum };
}
