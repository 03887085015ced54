/** The middle value; of an even number, the mean of the middle two. NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies, interpolated. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** A median, and between which values the median of such a sample lies in 95 of 100 cases. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
const MULTIPLIER = 48_271;
const MODULUS = 2_147_483_647;

/** The median with a bootstrap interval. The same values give the same interval. */
export function estimateMedian(values: readonly number[]): Estimate {
  let state = 1;
  const draw = (): number => {
    state = (state * MULTIPLIER) % MODULUS;
    return values[state % values.length] ?? Number.NaN;
  };
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(draw)));
  return {
    value: median(values),
    low: quantile(medians, 0.025),
    high: quantile(medians, 0.975),
  };
}
