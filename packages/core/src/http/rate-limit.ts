import type { AuthMeter } from '../auth-meter';
import { categorizeAuthError } from '../classify/categorize-auth-error';
import type { RateLimitResult } from '../conventions';
import { checkOptions, isLabelValue, type OptionChecks } from '../options/check-options';
import { AuthmeterOptionError } from '../options/option-error';

export interface RateLimitOptions {
  /** The limiter's name; declare it in the meter's option `limiters`. */
  readonly limiter: string;
}

/** How a rate limiter is observed. */
export interface ObserveRateLimitOptions extends RateLimitOptions {
  /** Default: the default meter. */
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

/** A limiter that is asked to consume points for a key; rate-limiter-flexible has this shape. */
export interface ConsumingLimiter {
  readonly points?: number;
  consume(key: string | number, points?: number, options?: unknown): Promise<unknown>;
}

/**
 * Observes a limiter that is asked by `consume`: allowed when it resolves, limited when it rejects with its own
 * state, a store error when it rejects with an error. Returns a limiter that behaves alike.
 *
 * @throws AuthmeterOptionError when the limiter has no usable name.
 */
export function observeLimiter<Limiter extends ConsumingLimiter>(
  limiter: Limiter,
  meter: AuthMeter,
  given: RateLimitOptions,
): Limiter {
  const options = resolveRateLimitOptions('observeLimiter', given);
  const record = (result: RateLimitResult, state: unknown): void => {
    meter.guard('adapter', () => {
      const consumed = consumedPoints(state);
      const allowance = limiter.points;
      const usageRatio =
        consumed === undefined || allowance === undefined || allowance <= 0
          ? undefined
          : consumed / allowance;
      const decision = { kind: 'rate_limit', limiter: options.limiter, result } as const;
      meter.record(usageRatio === undefined ? decision : { ...decision, usageRatio });
    });
  };
  return new Proxy(limiter, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property !== 'consume') return value.bind(target) as unknown;
      return async (...parameters: Parameters<ConsumingLimiter['consume']>) => {
        try {
          const state = await target.consume(...parameters);
          record('allowed', state);
          return state;
        } catch (rejection) {
          const isLimited = meter.guard('adapter', () => isState(rejection)) === true;
          record(isLimited ? 'limited' : 'store_error', rejection);
          throw rejection;
        }
      };
    },
  });
}

/** The state of one limiter, or of several by their names; anything else is an error. */
function isState(rejection: unknown): boolean {
  if (typeof rejection !== 'object' || rejection === null) return false;
  const states: readonly unknown[] = Object.values(rejection);
  return [rejection, ...states].some((state) => consumedPoints(state) !== undefined);
}

function consumedPoints(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { consumedPoints: points } = state as Readonly<Record<string, unknown>>;
  return typeof points === 'number' ? points : undefined;
}
