import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthMeter } from '../auth-meter';
import type { RateLimitResult } from '../conventions';
import { shared } from '../shared';
import { resolveRateLimitOptions, type RateLimitOptions } from './rate-limit';

/** A limiter that is asked to consume points for a key; rate-limiter-flexible has this shape. */
export interface ConsumingLimiter {
  readonly points?: number;
  consume(key: string | number, points?: number, options?: unknown): Promise<unknown>;
}

/** Where a limiter is being asked: others that it asks in turn decide nothing of their own. */
const asking = shared('limiters', () => new AsyncLocalStorage<true>());

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
  return new Proxy(limiter, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property !== 'consume') return value.bind(target) as unknown;
      return async (...parameters: Parameters<ConsumingLimiter['consume']>) =>
        observeConsumption(target, meter, options, () => target.consume(...parameters));
    },
  });
}

/**
 * Asks a limiter and counts what it decided, unless it is asked by another that is being observed: a union, one that
 * has an insurance, a wrapper. Settles as the limiter does.
 */
export async function observeConsumption(
  limiter: Pick<ConsumingLimiter, 'points'>,
  meter: AuthMeter,
  options: RateLimitOptions,
  consume: () => Promise<unknown>,
): Promise<unknown> {
  if (asking.getStore() === true) return consume();
  try {
    const state = await asking.run(true, consume);
    record(limiter, meter, options, 'allowed', state);
    return state;
  } catch (rejection) {
    const isLimited = meter.guard('adapter', () => isState(rejection)) === true;
    record(limiter, meter, options, isLimited ? 'limited' : 'store_error', rejection);
    throw rejection;
  }
}

function record(
  consuming: Pick<ConsumingLimiter, 'points'>,
  meter: AuthMeter,
  { limiter }: RateLimitOptions,
  result: RateLimitResult,
  state: unknown,
): void {
  meter.guard('adapter', () => {
    const { points: allowance } = consuming;
    const consumed = consumedPoints(state);
    const usageRatio =
      consumed === undefined || allowance === undefined || allowance <= 0
        ? undefined
        : consumed / allowance;
    const decision = { kind: 'rate_limit', limiter, result } as const;
    meter.record(usageRatio === undefined ? decision : { ...decision, usageRatio });
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
