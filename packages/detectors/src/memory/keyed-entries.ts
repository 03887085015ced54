import { createNumberIndex, HeavyHitters } from '@authmeter/core';

/**
 * Gives the busiest keys an entry each, by number from 0: places in the tables of whoever keeps something for a key.
 * When all are taken, a new key gets that of the least busy one. Counts halve every so often, so that a key that
 * was busy last week gives way. A key that makes up more than about one in `capacity` of what is counted in two such
 * times has an entry.
 */
export class KeyedEntries {
  private readonly hitters: HeavyHitters<number>;
  private readonly onGiven: ((entry: number) => void)[] = [];
  private nextAgingAt = Number.NEGATIVE_INFINITY;

  /**
   * @param capacity Entries, a positive integer.
   * @param halvingSeconds How often counts halve.
   */
  constructor(
    readonly capacity: number,
    private readonly halvingSeconds: number,
  ) {
    this.hitters = new HeavyHitters(capacity, createNumberIndex);
  }

  /** Registers whoever has to forget what an entry held before it was given to another key. */
  whenGiven(forget: (entry: number) => void): void {
    this.onGiven.push(forget);
  }

  /** Counts one event of the key and returns its entry. */
  count(key: number, nowMilliseconds: number): number {
    this.age(nowMilliseconds);
    const known = this.hitters.entryFor(key);
    this.hitters.add(key);
    if (known !== undefined) return known;
    const entry = this.hitters.entryFor(key) ?? 0;
    for (const forget of this.onGiven) forget(entry);
    return entry;
  }

  /** The key's entry; undefined while it has none. */
  find(key: number): number | undefined {
    return this.hitters.entryFor(key);
  }

  /** The key that has the entry; undefined while none has. */
  keyAt(entry: number): number | undefined {
    return this.hitters.keyAt(entry);
  }

  private age(nowMilliseconds: number): void {
    if (nowMilliseconds < this.nextAgingAt) return;
    // Nobody waits for the halvings of a quiet night: a count of 32 bits is gone after so many.
    const missed = Math.floor((nowMilliseconds - this.nextAgingAt) / (this.halvingSeconds * 1000));
    const halvings = Number.isFinite(missed) ? Math.min(missed + 1, 32) : 0;
    for (let halving = 0; halving < halvings; halving += 1) this.hitters.age();
    this.nextAgingAt = nowMilliseconds + this.halvingSeconds * 1000;
  }
}
