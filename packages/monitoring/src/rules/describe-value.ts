import type { AlertCondition, AlertParameter, SeriesSelection } from '@authmeter/core/conventions';
import { renderDuration } from '../queries';

const SECONDS_PER_MINUTE = 60;

interface DescriptionContext {
  readonly thresholdOf: (parameter: AlertParameter) => number;
  readonly timeScale: number;
}

/** The value of a condition and its limit as a sentence, in the template language of Prometheus. */
export function describeValue(
  condition: AlertCondition,
  { thresholdOf, timeScale }: DescriptionContext,
): string {
  const time = (seconds: number): string => renderDuration(seconds / timeScale);
  switch (condition.shape) {
    case 'rate': {
      const per = condition.perSeconds === SECONDS_PER_MINUTE ? 'minute' : 'second';
      const limit = thresholdOf(condition.threshold);
      return `{{ printf "%.2f" $value }} ${counted(condition.of)} a ${per}, as the mean over ${time(condition.windowSeconds)}; the limit is ${limit}.`;
    }
    case 'increase': {
      const limit = thresholdOf(condition.threshold) / timeScale;
      return `{{ printf "%.0f" $value }} ${counted(condition.of)} in ${time(condition.windowSeconds)}; the limit is ${limit}.`;
    }
    case 'share': {
      const limit = percent(thresholdOf(condition.threshold));
      return `{{ $value | humanizePercentage }} of ${[...new Set(condition.whole.map(counted))].join(' and ')} over ${time(condition.windowSeconds)}; the limit is ${limit}.`;
    }
    case 'growth':
      return `{{ printf "%.0f" $value }} ${counted(condition.of)} in ${time(condition.windowSeconds)}, more than ${thresholdOf(condition.threshold)} times the mean of the ${time(condition.pastSeconds)} before.`;
    case 'burn': {
      const objective = percent(thresholdOf(condition.objective));
      const windows = condition.windowsSeconds.map(time).join(' and ');
      return `The error budget of the objective ${objective} is spent {{ printf "%.1f" $value }} times as fast as it lasts, over ${windows}; the limit is ${thresholdOf(condition.threshold)}.`;
    }
    case 'quantile':
      return `The ${condition.quantile * 100}th percentile over ${time(condition.windowSeconds)} is {{ $value | humanizeDuration }}; the limit is ${renderDuration(thresholdOf(condition.threshold))}.`;
    case 'mean':
      return `The mean over ${time(condition.windowSeconds)} is {{ $value | humanizeDuration }}; the limit is ${renderDuration(thresholdOf(condition.threshold))}.`;
    case 'highest':
      return `{{ $value | humanizeDuration }}; the limit is ${renderDuration(thresholdOf(condition.threshold))}.`;
    case 'down':
      return 'At least one instance reports that it is down.';
    case 'absent':
      return `It answers scrapes, and reported attempts in the last ${time(condition.lookBackSeconds)}, but does not now.`;
  }
}

/** What a metric counts, as a word: attempts, logins. */
function counted({ metric }: SeriesSelection): string {
  return `${metric.unit.replaceAll(/[{}]/g, '')}s`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}
