import {
  getDefaultAuthMeter,
  observeLimiter,
  observeResult,
  openLimiterDecision,
  resolveRateLimitOptions,
  resultOfLimiterError,
  type ConsumingLimiter,
  type ObserveRateLimitOptions,
} from '@authmeter/core';
import type { AnyHandler, ExpressRequest, Middleware } from './middleware';

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
    const decide = openLimiterDecision(meter, named.limiter, request, () => request.rateLimit);
    const fail = (error: unknown): void => {
      decide((info) => resultOfLimiterError(error, info));
    };
    response.prependOnceListener('close', () => {
      // Whoever left before the limiter had answered was not limited.
      if (response.headersSent) decide(() => 'limited');
    });
    const pass = (...signals: [signal?: unknown]): void => {
      if (signals[0] !== undefined && signals[0] !== null) fail(signals[0]);
      else decide((info) => (tellsUsage && info === undefined ? 'skipped' : 'allowed'));
      next(...signals);
    };
    return observeResult(() => limit(request, response, pass), { onThrow: fail });
  };
  return Object.assign(observed, limiter);
}
