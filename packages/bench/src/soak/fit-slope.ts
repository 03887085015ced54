/** A value at a time. */
export interface Reading {
  readonly atSeconds: number;
  readonly value: number;
}

/** The straight line through readings, and how far they stray from it. */
export interface Slope {
  readonly perMinute: number;
  /** What the line says was added from the first reading to the last. */
  readonly growth: number;
  /** Two standard deviations of what the readings stray from the line. */
  readonly noise: number;
  /** Whether nothing was added that stands out of the noise; what falls is flat too. */
  readonly isFlat: boolean;
}

const SECONDS_PER_MINUTE = 60;
const DEVIATIONS = 2;
/** The line itself takes two. */
const FITTED = 2;
const LEAST_READINGS = FITTED + 1;

/** Fits a line by least squares. Throws with fewer than three readings. */
export function fitSlope(readings: readonly Reading[]): Slope {
  const first = readings[0];
  const last = readings.at(-1);
  if (first === undefined || last === undefined || readings.length < LEAST_READINGS) {
    throw new Error(`a slope needs ${String(LEAST_READINGS)} readings`);
  }
  const meanTime = mean(readings.map(({ atSeconds }) => atSeconds));
  const meanValue = mean(readings.map(({ value }) => value));
  const spread = sum(readings.map(({ atSeconds }) => (atSeconds - meanTime) ** 2));
  const shared = sum(
    readings.map(({ atSeconds, value }) => (atSeconds - meanTime) * (value - meanValue)),
  );
  const perSecond = shared / spread;
  const strayed = readings.map(
    ({ atSeconds, value }) => value - meanValue - perSecond * (atSeconds - meanTime),
  );
  const deviation = Math.sqrt(sum(strayed.map((stray) => stray ** 2)) / (readings.length - FITTED));
  const growth = perSecond * (last.atSeconds - first.atSeconds);
  const noise = DEVIATIONS * deviation;
  return { perMinute: perSecond * SECONDS_PER_MINUTE, growth, noise, isFlat: growth <= noise };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
