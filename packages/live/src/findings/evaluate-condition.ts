import type { AlertCondition } from '@authmeter/core/conventions';
import type { Holding, Judging, Keeps } from './holding';
import { judgeBurn, judgeGrowth, judgeIncrease, judgeRate, judgeShare } from './judge-counts';
import { judgeDuration, judgeGauge } from './judge-measures';

/** Judges one condition, for each value of the attributes that its alert keeps. */
export function evaluateCondition(
  condition: AlertCondition,
  keeps: Keeps,
  judging: Judging,
): Holding {
  switch (condition.shape) {
    case 'rate':
      return judgeRate(condition, keeps, judging);
    case 'increase':
      return judgeIncrease(condition, keeps, judging);
    case 'share':
      return judgeShare(condition, judging);
    case 'growth':
      return judgeGrowth(condition, keeps, judging);
    case 'burn':
      return judgeBurn(condition, judging);
    case 'quantile':
    case 'mean':
      return judgeDuration(condition, keeps, judging);
    case 'highest':
    case 'down':
      return judgeGauge(condition, keeps, judging);
    case 'absent':
      return new Map();
  }
}
