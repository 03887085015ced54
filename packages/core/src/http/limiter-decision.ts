import type { AuthMeter } from '../auth-meter';
import type { RateLimitResult } from '../conventions';
import { shared } from '../shared';
import { usageRatioOf } from './rate-limit';

/**
 * Records what a limiter decided on a request; only the first decision counts. Never throws.
 *
 * @param judge Tells the decision from what the limiter left on the request.
 */
export type DecideOnce = (judge: (info: unknown) => RateLimitResult) => void;

/** Requests on which a limiter has been asked and has not decided: another that it asks in turn is part of it. */
const undecided = shared('undecided requests', () => new WeakSet());

/**
 * Opens the decision of one limiter on one request. Inside the decision of another it records nothing, so that a
 * limiter which is observed twice is counted once.
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
  if (undecided.has(request)) return () => undefined;
  undecided.add(request);
  let isDecided = false;
  return (judge) => {
    if (isDecided) return;
    isDecided = true;
    undecided.delete(request);
    meter.guard('adapter', () => {
      const info = readInfo();
      const usageRatio = usageRatioOf(info);
      const decision = { kind: 'rate_limit', limiter, result: judge(info) } as const;
      meter.record(usageRatio === undefined ? decision : { ...decision, usageRatio }, request);
    });
  };
}
