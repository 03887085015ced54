import { quantileOf } from '../shared/quantile';
import {
  above,
  holding,
  type ConditionOf,
  type Holding,
  type Judging,
  type Keeps,
} from './holding';

/** A quantile or the mean of what a histogram recorded. */
export function judgeDuration(
  condition: ConditionOf<'quantile'> | ConditionOf<'mean'>,
  keeps: Keeps,
  { reader, limits }: Judging,
): Holding {
  const seconds = condition.windowSeconds / limits.timeScale;
  return holding(reader.distributions(condition.of, keeps, seconds), (distribution) => {
    const count = distribution.counts.reduce((sum, inBucket) => sum + inBucket, 0);
    if (count / seconds < limits.limitOf(condition.minimumTraffic)) return undefined;
    const value =
      condition.shape === 'mean'
        ? distribution.sum / count
        : (quantileOf(distribution, condition.quantile)?.value ?? 0);
    return above(value, limits.limitOf(condition.threshold));
  });
}

/** What gauges hold now. */
export function judgeGauge(
  condition: ConditionOf<'highest'> | ConditionOf<'down'>,
  keeps: Keeps,
  { reader, limits }: Judging,
): Holding {
  return holding(reader.gauges(condition.of, keeps), (values) => {
    if (condition.shape === 'down') return values.includes(0) ? 0 : undefined;
    return values.length === 0
      ? undefined
      : above(Math.max(...values), limits.limitOf(condition.threshold));
  });
}
