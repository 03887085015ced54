import { observeConsumption, type ConsumingLimiter } from '@authmeter/core';
import type { LibraryPatch } from '../patching/library-patch';
import { readProperty } from '../patching/read-property';
import type { Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = 'rate-limiter-flexible';

const wrapConsume: Wrap = (original) =>
  function consume(this: unknown, ...parameters) {
    const runtime = runtimeFor(LIBRARY);
    const run = (): Promise<unknown> => original.apply(this, parameters) as Promise<unknown>;
    if (runtime === undefined) return run();
    const limiter = runtime.nameLimiter(LIBRARY, readProperty(this, 'keyPrefix'));
    return observeConsumption(this as ConsumingLimiter, runtime.meter, { limiter }, run);
  };

/** Counts what its limiters decide; one that asks others decides for them. */
export const RATE_LIMITER_FLEXIBLE: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=2.1.0 <12'],
  everyMethod: { consume: wrapConsume },
};
