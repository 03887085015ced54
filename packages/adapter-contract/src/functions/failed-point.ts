import type { MetricPoint } from '@authmeter/testkit';

/** The one point of a failure that was counted once. */
export function failedPoint(
  errorType: string,
  reason: string,
  method: string,
): readonly MetricPoint[] {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return [{ attributes, value: 1 }];
}

/** The one point of a success that was counted once. */
export function succeededPoint(method: string): readonly MetricPoint[] {
  return [{ attributes: { outcome: 'success', method }, value: 1 }];
}
