import { NO_CELL } from '../instruments/label-axis';
import type { ClosedCounter } from '../instruments/closed-counter';
import type { Counting } from './counting/counting';

/** One increment of a counter, and the next one. */
interface Increment {
  readonly counter: ClosedCounter;
  readonly cell: number;
  readonly amount: number;
  readonly next: Increment | undefined;
}

/** Something else that is recorded, and the next one. */
interface Step {
  readonly record: PreparedCount;
  readonly next: Step | undefined;
}

/** Records an observation that was prepared. Where seconds are given, they are the value of what is measured. */
export type PreparedCount = (seconds?: number) => void;

/** Increments and values that were found before, to be recorded again and again. */
export class PreparedIncrements {
  private increments: Increment | undefined;
  private steps: Step | undefined;

  addIncrement(counter: ClosedCounter, cell: number, amount = 1): void {
    this.increments = { counter, cell, amount, next: this.increments };
  }

  addStep(record: PreparedCount): void {
    this.steps = { record, next: this.steps };
  }

  /** @param seconds The value of what is measured, where it is another one each time. */
  make(seconds: number | undefined): void {
    for (let one = this.increments; one !== undefined; one = one.next) {
      one.counter.add(one.cell, one.amount);
    }
    for (let one = this.steps; one !== undefined; one = one.next) one.record(seconds);
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
  const prepared = new PreparedIncrements();
  try {
    run({
      ...counting,
      ...THE_MOMENT,
      store: {
        isImmediate: store.isImmediate,
        count: (counter, cell, amount) => {
          if (cell === NO_CELL) return false;
          if (store.isImmediate) prepared.addStep(() => void store.count(counter, cell, amount));
          else prepared.addIncrement(counter, cell, amount);
          return true;
        },
        measure: (histogram, cell, value) => {
          if (cell === NO_CELL) return false;
          prepared.addStep((seconds = value) => {
            store.measure(histogram, cell, seconds);
          });
          return true;
        },
      },
      ledger: {
        countFailure: (sourceAddress, accountId) => {
          prepared.addStep(() => {
            ledger.countFailure(sourceAddress, accountId);
          });
        },
        countHit: (limiter, sourceAddress, accountId) => {
          prepared.addStep(() => {
            ledger.countHit(limiter, sourceAddress, accountId);
          });
        },
      },
    });
  } catch {
    return undefined;
  }
  return prepared;
}
