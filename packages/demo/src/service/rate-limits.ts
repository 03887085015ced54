import type { AuthMeter } from '@authmeter/core';
import { observeRateLimit } from '@authmeter/express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { AuthenticatedRequest } from './guards/authenticated-request';

const WINDOW_MILLISECONDS = 60_000;

/** The limiters by name: how many requests a minute, for each of what. */
const LIMITS = {
  login: { limit: 10, keyOf: ({ ip }) => ipKeyGenerator(ip ?? '') },
  api: { limit: 8, keyOf: ({ user }) => user?.id ?? '' },
} as const satisfies Record<
  string,
  { limit: number; keyOf: (request: AuthenticatedRequest) => string }
>;

export type LimiterName = keyof typeof LIMITS;
export const LIMITER_NAMES = Object.keys(LIMITS) as readonly LimiterName[];

/** Makes one of the limiters; beyond its limit it answers 429. */
export function limitRate(limiter: LimiterName, meter: AuthMeter) {
  const { limit, keyOf } = LIMITS[limiter];
  const middleware = rateLimit({
    windowMs: WINDOW_MILLISECONDS,
    limit,
    keyGenerator: keyOf,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
  });
  return observeRateLimit(middleware, { limiter, meter });
}
