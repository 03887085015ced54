import { STATUS_CODES } from 'node:http';
import { observeRateLimit } from '@authmeter/koa';
import type { Middleware } from 'koa';
import rateLimit from 'koa-ratelimit';
import type { LimiterName } from '../../service/rate-limits';
import type { ServiceParts } from '../../service/service-parts';

const TOO_MANY_REQUESTS = 429;

/** Makes one of the limiters; beyond its limit it answers 429. */
export function limitRate(limiter: LimiterName, { meter, limits }: ServiceParts): Middleware {
  const { limit, windowMilliseconds, keyOf } = limits[limiter];
  const middleware = rateLimit({
    driver: 'memory',
    db: new Map(),
    duration: windowMilliseconds,
    max: limit,
    id: (ctx) => keyOf({ address: ctx.ip, apiKey: ctx.get('x-api-key') }),
    errorMessage: JSON.stringify({ error: STATUS_CODES[TOO_MANY_REQUESTS] }),
  });
  return observeRateLimit(middleware, { limiter, meter });
}
