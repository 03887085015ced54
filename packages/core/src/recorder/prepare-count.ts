import { NO_CELL } from '../instruments/label-axis';
import type { ClosedCounter } from '../instruments/closed-counter';
import type { Counting } from './counting/counting';

/** One increment of a counter. */
interface Increment {
  readonly counter: ClosedCounter;
  readonly cell: number;
  readonly amount: number | undefined;
}

/** Records an observation that was prepared. Where seconds are given, they are the value of what is measured. */
export type PreparedCount = (seconds?: number) => void;

/** Increments and values that were found before, to be recorded again and again. */
export class PreparedIncrements {
  constructor(
    private readonly store: Counting['store'],
    private readonly increments: readonly Increment[],
    private readonly steps: readonly PreparedCount[],
  ) {}

  /** @param seconds The value of what is measured, where it is another one each time. */
  make(seconds: number | undefined): void {
    const { store, increments, steps } = this;
    for (const { counter, cell, amount } of increments) store.count(counter, cell, amount);
    for (const step of steps) step(seconds);
  }
}

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

/** The increments that a count makes; undefined where they depend on more than the observation, or where no metric has it. */
export function prepareCount(
  counting: Counting,
  run: (counting: Counting) => void,
): PreparedIncrements | undefined {
  const { store, ledger, locateCountry } = counting;
  if (locateCountry !== undefined) return undefined;
  const increments: Increment[] = [];
  const steps: PreparedCount[] = [];
  try {
    run({
      ...counting,
      ...THE_MOMENT,
      store: {
        count: (counter, cell, amount) =>
          cell !== NO_CELL && increments.push({ counter, cell, amount }) > 0,
        measure: (histogram, cell, value) =>
          cell !== NO_CELL &&
          steps.push((seconds = value) => {
            store.measure(histogram, cell, seconds);
          }) > 0,
      },
      ledger: {
        countFailure: (sourceAddress, accountId) => {
          steps.push(() => {
            ledger.countFailure(sourceAddress, accountId);
          });
        },
        countHit: (limiter, sourceAddress, accountId) => {
          steps.push(() => {
            ledger.countHit(limiter, sourceAddress, accountId);
          });
        },
      },
    });
  } catch {
    return undefined;
  }
  return new PreparedIncrements(store, increments, steps);
}
