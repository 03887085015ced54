import { observeResult, type AuthMeter } from '@authmeter/core';
import type { HashAlgorithm, HashOperation } from '@authmeter/core/conventions';
import type { LibraryName } from '../library-names';
import { callbackPlace, withHeardCallback } from '../patching/callback';
import type { Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const MILLISECONDS_PER_SECOND = 1000;

/** What a function of a hash library does. */
export interface HashFunction {
  readonly library: LibraryName;
  readonly algorithm: HashAlgorithm;
  readonly operation: HashOperation;
}

/** A comparison hashes inside, and a library may do so by what it exports. */
let isInside = false;

/**
 * Measures a function that hashes or compares, whether it returns, calls back or gives a promise. What it throws is
 * no hash. A comparison also tells the request whether the password was right.
 */
export function measureHash({ library, algorithm, operation }: HashFunction): Wrap {
  return (original) =>
    function hashFunction(this: unknown, ...parameters) {
      const runtime = runtimeFor(library);
      if (runtime === undefined || isInside) return original.apply(this, parameters);
      const { meter } = runtime;
      const startedAt = performance.now();
      const record = (result: unknown): void => {
        const durationSeconds = (performance.now() - startedAt) / MILLISECONDS_PER_SECOND;
        recordHash(meter, { algorithm, operation, durationSeconds }, result);
      };
      const place = callbackPlace(parameters);
      if (place === -1) {
        const run = (): unknown => enter(() => original.apply(this, parameters));
        return observeResult(run, { onReturn: record });
      }
      const heard = withHeardCallback(parameters, place, (error, result) => {
        if (error === null || error === undefined) record(result);
      });
      return enter(() => original.apply(this, heard));
    };
}

function enter(run: () => unknown): unknown {
  isInside = true;
  try {
    return run();
  } finally {
    isInside = false;
  }
}

function recordHash(
  meter: AuthMeter,
  hash: Omit<HashFunction, 'library'> & { readonly durationSeconds: number },
  result: unknown,
): void {
  const isComparison = hash.operation === 'verify' && typeof result === 'boolean';
  meter.record({ kind: 'password_hash', ...hash, ...(isComparison ? { isMatch: result } : {}) });
}
