import type { Buckets } from './rebucket';

/** A quantile, and whether the histogram can only say that it is at least so much. */
export interface Quantile {
  readonly value: number;
  /** It lies above the highest bound. */
  readonly isLowerBound: boolean;
}

/**
 * A quantile of a histogram, interpolated inside its bucket as Prometheus' `histogram_quantile` does, so that page
 * and dashboard agree; undefined while nothing was recorded.
 *
 * @param share Between 0 and 1.
 */
export function quantileOf({ boundaries, counts }: Buckets, share: number): Quantile | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return undefined;
  const rank = share * total;
  let below = 0;
  for (const [index, upper] of boundaries.entries()) {
    const count = counts[index] ?? 0;
    if (below + count >= rank) {
      const lower = index === 0 ? Math.min(0, upper) : (boundaries[index - 1] ?? 0);
      const inside = count === 0 ? 1 : (rank - below) / count;
      return { value: lower + (upper - lower) * inside, isLowerBound: false };
    }
    below += count;
  }
  return { value: boundaries.at(-1) ?? 0, isLowerBound: true };
}
