import { STATUS_CODES } from 'node:http';
import type { AuthMeter } from '@authmeter/core';
import { observeRateLimit } from '@authmeter/express';
import type { Request } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { digestSecret } from './secret';

const WINDOW_MILLISECONDS = 60_000;
const TOO_MANY_REQUESTS = 429;

export const LIMITER_NAMES = ['login', 'api'] as const;
export type LimiterName = (typeof LIMITER_NAMES)[number];

/** How many requests a minute, for each of what. */
interface Limit {
  readonly limit: number;
  readonly keyOf: (request: Request) => string;
}

const LIMITS: Readonly<Record<LimiterName, Limit>> = {
  login: { limit: 10, keyOf: ({ ip }) => ipKeyGenerator(ip ?? '') },
  api: { limit: 8, keyOf: (request) => digestSecret(request.get('x-api-key') ?? '') },
};

/** Makes one of the limiters; beyond its limit it answers 429. */
export function limitRate(limiter: LimiterName, meter: AuthMeter) {
  const { limit, keyOf } = LIMITS[limiter];
  const middleware = rateLimit({
    windowMs: WINDOW_MILLISECONDS,
    limit,
    keyGenerator: keyOf,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: { error: STATUS_CODES[TOO_MANY_REQUESTS] },
  });
  return observeRateLimit(middleware, { limiter, meter });
}
