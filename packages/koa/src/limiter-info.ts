import type { Context } from 'koa';
import { authStateOf } from './context-parts';

/** What a limiter left on a request. */
export interface LimiterInfo {
  readonly limit: number;
  readonly used: number;
}

/** The headers that koa-ratelimit writes unless it is told other names. */
const LIMIT_HEADER = 'x-ratelimit-limit';
const REMAINING_HEADER = 'x-ratelimit-remaining';

/**
 * What a key has used of its limit: from `ctx.state.rateLimit` where a limiter leaves it there, or else from
 * koa-ratelimit's headers, where a refused request is not counted as used. Undefined when there is neither.
 */
export function limiterInfoOf(ctx: Context): unknown {
  const { rateLimit } = authStateOf(ctx);
  if (typeof rateLimit === 'object' && rateLimit !== null && 'limit' in rateLimit) return rateLimit;
  const limit = numberOf(ctx, LIMIT_HEADER);
  const remaining = numberOf(ctx, REMAINING_HEADER);
  return limit === undefined || remaining === undefined
    ? undefined
    : ({ limit, used: limit - remaining } satisfies LimiterInfo);
}

/** Whether koa-ratelimit refused the request: that alone is told in its state. */
export function isRefusedByLimiter(ctx: Context): boolean {
  const { rateLimit } = authStateOf(ctx);
  return typeof rateLimit === 'object' && rateLimit !== null && 'after' in rateLimit;
}

function numberOf({ res }: Context, header: string): number | undefined {
  const value = res.getHeader(header);
  return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
}
