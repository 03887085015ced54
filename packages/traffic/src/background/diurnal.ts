import type { Random } from '../random';

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;

/** Share of a day's load in each hour, from midnight on: a steep morning, a dip at noon, an evening, a quiet night. */
const SHARE_OF_HOUR: readonly number[] = [
  0.008, 0.006, 0.005, 0.005, 0.007, 0.012, 0.025, 0.05, 0.1, 0.095, 0.075, 0.065, 0.05, 0.06,
  0.065, 0.06, 0.055, 0.05, 0.045, 0.045, 0.042, 0.035, 0.025, 0.015,
];

/** When something happens that happens so often a day, between two instants, in seconds after a midnight. */
export function diurnalTimes(
  random: Random,
  timesPerDay: number,
  fromSeconds: number,
  untilSeconds: number,
): readonly number[] {
  const times: number[] = [];
  const highest = Math.max(...SHARE_OF_HOUR);
  const highestRate = (timesPerDay * highest) / SECONDS_PER_HOUR;
  for (let at = fromSeconds; ;) {
    at += random.wait(highestRate);
    if (at >= untilSeconds) return times;
    const hour = Math.floor((at % SECONDS_PER_DAY) / SECONDS_PER_HOUR);
    if (random.chance((SHARE_OF_HOUR[hour] ?? 0) / highest)) times.push(at);
  }
}
