import type { CollectionSource, MeasurementStore } from './measurement-store';
import type { Observers } from './observers';
import type { Prepared } from './prepared-recording';

/** How many durations wait at most. */
const CAPACITY = 128;

/** Who has to be asked before each event; undefined where the answer is always the same. */
interface Company {
  /** Undefined where the provider was passed in and stays. */
  readonly provider: Pick<MeasurementStore, 'followProvider'> | undefined;
  /** Undefined where there are none. */
  readonly observers: Pick<Observers, 'listenHere'> | undefined;
}

/** What its callers see: the rest would otherwise be told to whoever reads the types of a meter. */
export interface TimedCount {
  /** Counts one event. Never throws. */
  add(seconds: number): void;
}

/**
 * Counts what happens all the time and always alike, except for how long it takes. Amid other work, fetching all that
 * counting touches costs more than counting: here an event is one value in an array, and they are counted together when
 * somebody collects or the array is full.
 */
export class FrequentCount implements CollectionSource, TimedCount {
  private readonly seconds = new Float64Array(CAPACITY);
  private length = 0;
  private readonly provider: Company['provider'];
  private readonly observers: Company['observers'];

  constructor(
    private readonly prepared: Prepared,
    { provider, observers }: Company,
  ) {
    this.provider = provider;
    this.observers = observers;
  }

  add(seconds: number): void {
    if (this.observers?.listenHere() === true) {
      this.prepared.record(seconds);
      return;
    }
    this.provider?.followProvider();
    if (this.length === CAPACITY) this.gather();
    this.seconds[this.length] = seconds;
    this.length += 1;
  }

  /** Counts everything that waits, oldest first, under the provider that was followed last. */
  gather(): void {
    const { length } = this;
    this.length = 0;
    for (let position = 0; position < length; position += 1) {
      this.prepared.count(this.seconds[position]);
    }
  }
}
