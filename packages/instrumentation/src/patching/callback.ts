import type { LibraryFunction } from './wrap-once';

/** Before this place no library that is patched takes a callback; an earlier function fetches a key or a salt. */
const FIRST_PLACE = 2;

/** The place of the callback among the parameters of a call; -1 where there is none. */
export function callbackPlace(parameters: readonly unknown[]): number {
  for (let place = FIRST_PLACE; place < parameters.length; place += 1) {
    if (typeof parameters[place] === 'function') return place;
  }
  return -1;
}

/** The parameters with a callback that is heard before it is called. What it returns and throws stays its own. */
export function withHeardCallback(
  parameters: readonly unknown[],
  place: number,
  hear: (error: unknown, result: unknown) => void,
): unknown[] {
  const callback = parameters[place] as LibraryFunction;
  const heard: LibraryFunction = function (this: unknown, ...told) {
    hear(told[0], told[1]);
    return callback.apply(this, told);
  };
  return parameters.with(place, heard);
}
