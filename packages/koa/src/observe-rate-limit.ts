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
import { isRefusedByLimiter, limiterInfoOf } from './limiter-info';
import type { AnyHandler, Middleware } from './middleware';

/**
 * Observes a rate limiter: the middleware of koa-ratelimit (or any that answers or throws instead of calling
 * `next`), or a limiter of rate-limiter-flexible. Counts what was allowed, limited, skipped, and failures of its
 * store. What was used is read from `ctx.state.rateLimit` or koa-ratelimit's usual headers; once a limiter has
 * shown it, a request that passes without was skipped.
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
  let tellsUsage = false;
  const observed: Middleware = function observeLimit(ctx, next) {
    const decide = openLimiterDecision(meter, named.limiter, ctx.req, () => limiterInfoOf(ctx));
    const pass = (): Promise<unknown> => {
      decide((info) => {
        tellsUsage ||= info !== undefined;
        return tellsUsage && info === undefined ? 'skipped' : 'allowed';
      });
      return next();
    };
    return observeResult(() => limit(ctx, pass), {
      onReturn: () => {
        decide(() => 'limited');
      },
      onThrow: (error) => {
        decide((info) => (isRefusedByLimiter(ctx) ? 'limited' : resultOfLimiterError(error, info)));
      },
    });
  };
  return Object.assign(observed, limiter);
}
