import {
  getDefaultAuthMeter,
  observeLimiter,
  observeResult,
  resolveRateLimitOptions,
  resultOfLimiterError,
  usageRatioOf,
  type AuthMeter,
  type ConsumingLimiter,
} from '@authmeter/core';
import type { RateLimitResult } from '@authmeter/core/conventions';
import type { AnyHandler, ExpressRequest, Middleware } from './middleware';

/** How a rate limiter is observed. */
export interface ObserveRateLimitOptions {
  /** The limiter's name; declare it in the meter's option `limiters`. */
  readonly limiter: string;
  /** Default: the default meter. */
  readonly meter?: AuthMeter;
}

/** Where express-rate-limit leaves what a key has used, unless it skipped the request. */
type LimitedRequest = ExpressRequest & { readonly rateLimit?: unknown };

/**
 * Observes a rate limiter: the middleware of express-rate-limit (or any that answers instead of calling `next`), or
 * a limiter of rate-limiter-flexible. Counts what was allowed, limited, skipped, and failures of its store. What
 * express-rate-limit skipped is told by the property `rateLimit`, so its `requestPropertyName` has to stay.
 *
 * @throws AuthmeterOptionError at set-up when the limiter has no usable name. Never throws into a request.
 */
export function observeRateLimit<Limiter extends AnyHandler | ConsumingLimiter>(
  limiter: Limiter,
  { meter = getDefaultAuthMeter(), ...given }: ObserveRateLimitOptions,
): Limiter {
  const named = resolveRateLimitOptions('observeRateLimit', given);
  if (typeof limiter !== 'function') {
    return observeLimiter(limiter, meter, named) as Limiter;
  }
  const limit = limiter as unknown as Middleware;
  const tellsUsage = 'resetKey' in limiter;
  const observed: Middleware = function observeLimit(request: LimitedRequest, response, next) {
    const decide = decision(meter, named.limiter, request);
    const fail = (error: unknown): void => {
      decide(resultOfLimiterError(error, request.rateLimit));
    };
    response.prependOnceListener('close', () => {
      // Whoever left before the limiter had answered was not limited.
      if (response.headersSent) decide('limited');
    });
    const pass = (...signals: [signal?: unknown]): void => {
      if (signals[0] !== undefined && signals[0] !== null) fail(signals[0]);
      else decide(tellsUsage && request.rateLimit === undefined ? 'skipped' : 'allowed');
      next(...signals);
    };
    return observeResult(() => limit(request, response, pass), { onThrow: fail });
  };
  return Object.assign(observed, limiter);
}

/** Records the first decision on a request. */
function decision(meter: AuthMeter, limiter: string, request: LimitedRequest) {
  let isDecided = false;
  return (result: RateLimitResult): void => {
    if (isDecided) return;
    isDecided = true;
    const usageRatio = usageRatioOf(request.rateLimit);
    const decided = { kind: 'rate_limit', limiter, result } as const;
    meter.record(usageRatio === undefined ? decided : { ...decided, usageRatio }, request);
  };
}
