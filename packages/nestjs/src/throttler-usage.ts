import type { HttpResponse } from '@authmeter/core';

/** What a key has used of its limit. */
export interface ThrottlerUsage {
  readonly limit: number;
  readonly used: number;
}

/** Reads what a key has used from the headers that a throttler wrote; undefined where it writes none. */
export function usageOf(
  answer: HttpResponse,
  prefix = 'X-RateLimit',
  suffix = '',
): ThrottlerUsage | undefined {
  const numberOf = (header: string): number =>
    Number(answer.getHeader(`${prefix}-${header}${suffix}`));
  const limit = numberOf('Limit');
  const used = limit - numberOf('Remaining');
  return Number.isNaN(used) ? undefined : { limit, used };
}
