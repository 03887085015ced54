import { STATUS_CODES } from 'node:http';
import type { AuthMeter } from '@authmeter/core';
import { observeRateLimit } from '@authmeter/express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { LIMIT_WINDOW_MILLISECONDS, LIMITS, type LimiterName } from '../../service/rate-limits';

const TOO_MANY_REQUESTS = 429;

/** Makes one of the limiters; beyond its limit it answers 429. */
export function limitRate(limiter: LimiterName, meter: AuthMeter) {
  const { limit, keyOf } = LIMITS[limiter];
  const middleware = rateLimit({
    windowMs: LIMIT_WINDOW_MILLISECONDS,
    limit,
    keyGenerator: (request) =>
      keyOf({ address: ipKeyGenerator(request.ip ?? ''), apiKey: request.get('x-api-key') }),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: { error: STATUS_CODES[TOO_MANY_REQUESTS] },
  });
  return observeRateLimit(middleware, { limiter, meter });
}
