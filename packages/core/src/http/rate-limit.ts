import type { AuthMeter } from '../auth-meter';
import { categorizeAuthError } from '../classify/categorize-auth-error';
import type { RateLimitResult } from '../conventions';
import { checkOptions, isLabelValue, type OptionChecks } from '../options/check-options';
import { AuthmeterOptionError } from '../options/option-error';

/** Which limiter it is. */
export interface RateLimitOptions {
  /** The limiter's name; declare it in the meter's option `limiters`. */
  readonly limiter: string;
}

/** How a rate limiter is observed. */
export interface ObserveRateLimitOptions extends RateLimitOptions {
  /** Records what the limiter decides. Default: the default meter. */
  readonly meter?: AuthMeter;
}

const CHECKS: OptionChecks<RateLimitOptions> = {
  limiter: { accepts: isLabelValue, allowed: 'the name of a limiter, such as "login"' },
};

/**
 * Checks the options of an observed limiter.
 *
 * @throws AuthmeterOptionError when the limiter has no usable name.
 */
export function resolveRateLimitOptions(owner: string, given: RateLimitOptions): RateLimitOptions {
  const { limiter } = checkOptions(owner, given, CHECKS) as Partial<RateLimitOptions>;
  if (limiter !== undefined) return { limiter };
  throw new AuthmeterOptionError(owner, 'limiter', limiter, CHECKS.limiter.allowed);
}

/** The used share of a key's allowance, from what limiters leave on a request; undefined when they left nothing. */
export function usageRatioOf(info: unknown): number | undefined {
  if (typeof info !== 'object' || info === null) return undefined;
  const { limit, used, current } = info as Readonly<Record<string, unknown>>;
  const count = used ?? current;
  return typeof limit === 'number' && typeof count === 'number' && limit > 0
    ? count / limit
    : undefined;
}

/**
 * What an error says that a limiting middleware threw or passed on: that it refused the client, or that its store
 * failed. Never throws.
 *
 * @param info What the limiter left on the request.
 */
export function resultOfLimiterError(error: unknown, info: unknown): RateLimitResult {
  const isUsedUp = (usageRatioOf(info) ?? 0) > 1;
  // A limiter that has a client on its list of blocked ones refuses it with 403.
  return isUsedUp || categorizeAuthError(error).fault === 'client' ? 'limited' : 'store_error';
}
