import type { AlertCondition, AlertDefinition } from '@authmeter/core/conventions';
import type { AlertPayload } from '../shared/payload';
import { LONGEST_WINDOW_SECONDS } from '../store/live-store';
import type { AlertLimits } from './alert-limits';

/** Seconds of history that a condition needs before it can hold; undefined where it cannot be judged here. */
function neededSeconds(condition: AlertCondition): number | undefined {
  switch (condition.shape) {
    case 'absent':
      return undefined;
    case 'growth':
      return condition.windowSeconds + condition.pastSeconds;
    case 'rate':
    case 'increase':
    case 'share':
    case 'burn':
    case 'quantile':
    case 'mean':
    case 'highest':
    case 'down':
      return 0;
  }
}

function longestWindowSeconds(condition: AlertCondition): number {
  if ('windowsSeconds' in condition) return Math.max(...condition.windowsSeconds);
  return Math.max(
    'windowSeconds' in condition ? condition.windowSeconds : 0,
    neededSeconds(condition) ?? 0,
  );
}

/** What the page shows of an alert besides its findings. */
export function alertFacts(alert: AlertDefinition, limits: AlertLimits): AlertPayload {
  const [first] = alert.conditions;
  const needs = alert.conditions.map(neededSeconds);
  const window = Math.max(...alert.conditions.map(longestWindowSeconds)) / limits.timeScale;
  const countsInWindow = first.shape === 'increase';
  return {
    name: alert.name,
    meaning: alert.meaning,
    severity: alert.severity,
    shape: first.shape,
    metric: 'of' in first ? first.of.metric.name : first.part.metric.name,
    unit: 'threshold' in first ? first.threshold.unit : '',
    limit:
      'threshold' in first
        ? limits.limitOf(first.threshold) / (countsInWindow ? limits.timeScale : 1)
        : 0,
    windowSeconds: window,
    forSeconds: alert.forSeconds / limits.timeScale,
    needsSeconds: Math.max(0, ...needs.map((seconds) => seconds ?? 0)) / limits.timeScale,
    ...(needs.includes(undefined) ? { unevaluated: 'other processes' } : {}),
    ...(window > LONGEST_WINDOW_SECONDS ? { unevaluated: 'a longer record' } : {}),
  };
}
