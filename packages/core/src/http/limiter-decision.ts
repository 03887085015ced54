import type { AuthMeter } from '../auth-meter';
import type { RateLimitResult } from '../conventions';
import { usageRatioOf } from './rate-limit';

/**
 * Records what a limiter decided on a request; only the first decision counts. Never throws.
 *
 * @param judge Tells the decision from what the limiter left on the request.
 */
export type DecideOnce = (judge: (info: unknown) => RateLimitResult) => void;

/**
 * Opens the decision of one limiter on one request.
 *
 * @param request Node's request, which identifies the exchange.
 * @param readInfo Reads what the limiter left on the request: see `usageRatioOf`.
 */
export function openLimiterDecision(
  meter: AuthMeter,
  limiter: string,
  request: object,
  readInfo: () => unknown,
): DecideOnce {
  let isDecided = false;
  return (judge) => {
    if (isDecided) return;
    isDecided = true;
    meter.guard('adapter', () => {
      const info = readInfo();
      const usageRatio = usageRatioOf(info);
      const decision = { kind: 'rate_limit', limiter, result: judge(info) } as const;
      meter.record(usageRatio === undefined ? decision : { ...decision, usageRatio }, request);
    });
  };
}
