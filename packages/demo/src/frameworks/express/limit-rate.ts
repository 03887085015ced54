import { STATUS_CODES } from 'node:http';
import { observeRateLimit } from '@authmeter/express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { LimiterName } from '../../service/rate-limits';
import type { ServiceParts } from '../../service/service-parts';

const TOO_MANY_REQUESTS = 429;

/** Makes one of the limiters; beyond its limit it answers 429. */
export function limitRate(limiter: LimiterName, { meter, limits }: ServiceParts) {
  const { limit, windowMilliseconds, keyOf } = limits[limiter];
  const middleware = rateLimit({
    windowMs: windowMilliseconds,
    limit,
    keyGenerator: (request) =>
      keyOf({ address: ipKeyGenerator(request.ip ?? ''), apiKey: request.get('x-api-key') }),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: { error: STATUS_CODES[TOO_MANY_REQUESTS] },
  });
  return observeRateLimit(middleware, { limiter, meter });
}
