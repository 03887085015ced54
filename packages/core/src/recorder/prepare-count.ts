import { NO_CELL } from '../instruments/label-space';
import type { Counting } from './counting/counting';

/** One increment, or one value, ready to be recorded. */
type Step = (seconds?: number) => unknown;

/** Makes increments that were found before. Where seconds are given, they are the value of what is measured. */
export type PreparedCount = (seconds?: number) => void;

/** What a count may not ask while it is prepared: the answer would be another one later. */
function refuseTheMoment(): never {
  throw new TypeError('this observation depends on the moment in which it is recorded');
}

const THE_MOMENT = {
  clock: { epochMilliseconds: refuseTheMoment, monotonicMilliseconds: refuseTheMoment },
  gauges: {
    noteUser: refuseTheMoment,
    noteUsage: refuseTheMoment,
    noteDependency: refuseTheMoment,
    noteCredential: refuseTheMoment,
  },
};

/**
 * The increments that a count makes, found once and made again by the returned function; undefined where they
 * depend on more than the observation, or where no metric has it.
 */
export function prepareCount(
  counting: Counting,
  run: (counting: Counting) => void,
): PreparedCount | undefined {
  const { store, ledger, locateCountry } = counting;
  if (locateCountry !== undefined) return undefined;
  const steps: Step[] = [];
  const take = (step: Step): true => {
    steps.push(step);
    return true;
  };
  try {
    run({
      ...counting,
      ...THE_MOMENT,
      store: {
        count: (counter, cell, amount) =>
          cell !== NO_CELL && take(() => store.count(counter, cell, amount)),
        measure: (histogram, cell, value) =>
          cell !== NO_CELL && take((seconds = value) => store.measure(histogram, cell, seconds)),
      },
      ledger: {
        countFailure: (sourceAddress, accountId) =>
          void take(() => {
            ledger.countFailure(sourceAddress, accountId);
          }),
        countHit: (limiter, sourceAddress, accountId) =>
          void take(() => {
            ledger.countHit(limiter, sourceAddress, accountId);
          }),
      },
    });
  } catch {
    return undefined;
  }
  return inTurn(steps);
}

/** Most counts are at most three increments: no loop for them. */
function inTurn(steps: readonly Step[]): PreparedCount {
  const [first, second, third, ...others] = steps;
  if (first === undefined) return () => undefined;
  if (second === undefined) return first;
  return (seconds) => {
    first(seconds);
    second(seconds);
    third?.(seconds);
    for (let index = 0; index < others.length; index += 1) others[index]?.(seconds);
  };
}
