import {
  above,
  holding,
  ungrouped,
  type ConditionOf,
  type Holding,
  type Judging,
  type Keeps,
} from './holding';
import type { ByGroup } from './series-reader';

/** One list, because selecting is remembered by it. */
const NOTHING_APART: Keeps = [];

/** Events per time, as a mean over the window. */
export function judgeRate(
  { of, windowSeconds, perSeconds, threshold }: ConditionOf<'rate'>,
  keeps: Keeps,
  { reader, limits }: Judging,
): Holding {
  // A process that is younger than the window divides by all of it, as Prometheus does.
  const seconds = windowSeconds / limits.timeScale;
  return holding(reader.counts(of, keeps, seconds), (count) =>
    above((count / seconds) * perSeconds, limits.limitOf(threshold)),
  );
}

/** Events in the window. */
export function judgeIncrease(
  { of, windowSeconds, threshold }: ConditionOf<'increase'>,
  keeps: Keeps,
  { reader, limits }: Judging,
): Holding {
  return holding(reader.counts(of, keeps, windowSeconds / limits.timeScale), (count) =>
    above(count, limits.limitOf(threshold) / limits.timeScale),
  );
}

/** A part of a whole. */
export function judgeShare(
  { part, whole, windowSeconds, threshold, minimumTraffic }: ConditionOf<'share'>,
  { reader, limits }: Judging,
): Holding {
  const seconds = windowSeconds / limits.timeScale;
  const all = whole.reduce(
    (sum, selection) => sum + total(reader.counts(selection, NOTHING_APART, seconds)),
    0,
  );
  if (all <= 0 || all / seconds < limits.limitOf(minimumTraffic)) return new Map();
  const share = total(reader.counts(part, NOTHING_APART, seconds)) / all;
  return ungrouped(above(share, limits.limitOf(threshold)));
}

/** Events in the window against what the time before held on average. */
export function judgeGrowth(
  { of, windowSeconds, pastSeconds, threshold }: ConditionOf<'growth'>,
  keeps: Keeps,
  { reader, limits }: Judging,
): Holding {
  const [seconds, past] = [windowSeconds / limits.timeScale, pastSeconds / limits.timeScale];
  if (reader.historySeconds < seconds + past) return new Map();
  const throughout = reader.counts(of, keeps, seconds + past);
  return holding(reader.counts(of, keeps, seconds), (count, key) => {
    const before = (throughout.get(key)?.value ?? 0) - count;
    const usual = (before * seconds) / past;
    // The sums of two windows may differ in the last bit where both hold the same.
    if (usual < 1e-6) return count > 0 ? null : undefined;
    return above(count / usual, limits.limitOf(threshold));
  });
}

/** How many times too fast an error budget is spent, over every window. */
export function judgeBurn(
  { part, whole, windowsSeconds, threshold, objective, minimumTraffic }: ConditionOf<'burn'>,
  { reader, limits }: Judging,
): Holding {
  const burns = windowsSeconds.map((windowSeconds, index) => {
    const seconds = windowSeconds / limits.timeScale;
    const all = total(reader.counts(whole, NOTHING_APART, seconds));
    const isBusy = index > 0 || all / seconds >= limits.limitOf(minimumTraffic);
    if (all <= 0 || !isBusy) return 0;
    return (
      total(reader.counts(part, NOTHING_APART, seconds)) / all / (1 - limits.limitOf(objective))
    );
  });
  return ungrouped(above(Math.min(...burns), limits.limitOf(threshold)));
}

function total(counts: ByGroup<number>): number {
  let sum = 0;
  for (const { value } of counts.values()) sum += value;
  return sum;
}
