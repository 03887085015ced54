/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** What is usual: a centre and how far values stray from it, neither of which a few outliers move. */
export interface Usual {
  readonly median: number;
  /** As a standard deviation. */
  readonly deviation: number;
}

/** Median and median absolute deviation of at least one value. */
export function usualOf(values: readonly number[]): Usual {
  const median = medianOf(values);
  const strays = values.map((value) => Math.abs(value - median));
  return { median, deviation: MAD_TO_DEVIATION * medianOf(strays) };
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
