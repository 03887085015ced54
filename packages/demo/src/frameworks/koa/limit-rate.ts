import { STATUS_CODES } from 'node:http';
import type { AuthMeter } from '@authmeter/core';
import { observeRateLimit } from '@authmeter/koa';
import type { Middleware } from 'koa';
import rateLimit from 'koa-ratelimit';
import { LIMIT_WINDOW_MILLISECONDS, LIMITS, type LimiterName } from '../../service/rate-limits';

const TOO_MANY_REQUESTS = 429;

/** Makes one of the limiters; beyond its limit it answers 429. */
export function limitRate(limiter: LimiterName, meter: AuthMeter): Middleware {
  const { limit, keyOf } = LIMITS[limiter];
  const middleware = rateLimit({
    driver: 'memory',
    db: new Map(),
    duration: LIMIT_WINDOW_MILLISECONDS,
    max: limit,
    id: (ctx) => keyOf({ address: ctx.ip, apiKey: ctx.get('x-api-key') }),
    errorMessage: JSON.stringify({ error: STATUS_CODES[TOO_MANY_REQUESTS] }),
  });
  return observeRateLimit(middleware, { limiter, meter });
}
