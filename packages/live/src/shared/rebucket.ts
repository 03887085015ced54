/** Counts per bucket: one more than there are bounds, the last one for what lies above all. */
export interface Buckets {
  /** Upper bounds, strictly rising. */
  readonly boundaries: readonly number[];
  readonly counts: readonly number[];
}

/**
 * Counts under other bounds than they were taken with: each goes to the first bucket that reaches as far up, so
 * that a quantile is never shown lower than it was.
 *
 * @param boundaries The wanted upper bounds, strictly rising.
 * @returns One count more than there are bounds.
 */
export function rebucket(given: Buckets, boundaries: readonly number[]): readonly number[] {
  if (isSame(given.boundaries, boundaries)) return given.counts;
  const counts = Array.from({ length: boundaries.length + 1 }, () => 0);
  let target = 0;
  given.counts.forEach((count, index) => {
    const upper = given.boundaries[index] ?? Infinity;
    while (target < boundaries.length && (boundaries[target] ?? Infinity) < upper) target += 1;
    counts[target] = (counts[target] ?? 0) + count;
  });
  return counts;
}

function isSame(left: readonly number[], right: readonly number[]): boolean {
  return (
    left === right ||
    (left.length === right.length && left.every((bound, index) => bound === right[index]))
  );
}
