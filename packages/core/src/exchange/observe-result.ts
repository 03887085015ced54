import { types } from 'node:util';

/** What is done when the observed work is over. */
export interface Endings<Result> {
  readonly onReturn?: (result: Awaited<Result>) => void;
  readonly onThrow?: (error: unknown) => void;
}

/**
 * Runs something and sees how it ends, at once or by a promise. Returns what it returns and throws what it throws;
 * a promise is followed by one that settles alike, so an unhandled rejection stays unhandled.
 */
export function observeResult<Result>(run: () => Result, endings: Endings<Result>): Result {
  let result: Result;
  try {
    result = run();
  } catch (error) {
    endings.onThrow?.(error);
    throw error;
  }
  if (!isThenable(result)) {
    endings.onReturn?.(result as Awaited<Result>);
    return result;
  }
  const promise = types.isPromise(result) ? result : Promise.resolve(result);
  return promise.then(
    (value) => {
      endings.onReturn?.(value as Awaited<Result>);
      return value;
    },
    (error: unknown) => {
      endings.onThrow?.(error);
      throw error;
    },
  ) as Result;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  try {
    return 'then' in value && typeof value.then === 'function';
  } catch {
    // A host's object may refuse to be looked at; it is returned all the same.
    return false;
  }
}
