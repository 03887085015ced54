import { createMapIndex, type CreateKeyIndex, type KeyIndex } from './number-index';
import { RankedCounts } from './ranked-counts';

/** One monitored key and what is certain about it: `count - error <= true count <= count`. */
export interface HeavyHitter<Key> {
  readonly key: Key;
  /** Never below the true count. */
  readonly count: number;
  /** How much of `count` may belong to other keys. */
  readonly error: number;
}

/**
 * Finds the heaviest keys of a stream in fixed memory: the Space-Saving algorithm, in constant time for each
 * occurrence. Every key that makes up more than 1 / capacity of the stream is certainly among those monitored.
 * Source: Metwally, Agrawal, El Abbadi, "Efficient Computation of Frequent and Top-k Elements in Data Streams", 2005.
 */
export class HeavyHitters<Key> {
  private readonly entryOf: KeyIndex<Key>;
  private readonly keys: Key[] = [];
  private readonly counts: RankedCounts;
  private readonly errors: Float64Array;

  /**
   * @param capacity Most keys that are monitored at a time, a positive integer.
   * @param createIndex Makes what finds a key; for numbers `createNumberIndex` takes less memory. Default: a `Map`.
   */
  constructor(
    readonly capacity: number,
    createIndex: CreateKeyIndex<Key> = createMapIndex,
  ) {
    this.entryOf = createIndex(capacity);
    this.counts = new RankedCounts(capacity);
    this.errors = new Float64Array(capacity);
  }

  /** Counts one occurrence of the key; returns its certain lower bound, 1 or more. */
  add(key: Key): number {
    const { counts } = this;
    let entry = this.entryOf.get(key);
    if (entry === undefined) entry = this.admit(key);
    else counts.increment(entry);
    return counts.countOf(entry) - this.errorOf(entry);
  }

  /** How often a key that is not monitored may have occurred at most. */
  get lightestCount(): number {
    return this.keys.length < this.capacity ? 0 : this.counts.countOf(this.counts.lightest);
  }

  /** The number of the key's entry, from 0, for what is kept beside the sketch; undefined while it is not monitored. */
  entryFor(key: Key): number | undefined {
    return this.entryOf.get(key);
  }

  /** The key that has this entry; undefined for a number that no key has. */
  keyAt(entry: number): Key | undefined {
    return this.keys[entry];
  }

  /** Halves every count, so that what was heavy long ago gives way. */
  age(): void {
    this.counts.halve();
    for (let entry = 0; entry < this.keys.length; entry += 1) {
      this.errors[entry] = Math.floor(this.errorOf(entry) / 2);
    }
  }

  /** The heaviest keys, heaviest first. */
  top(most: number): HeavyHitter<Key>[] {
    const entries = this.keys.map((key, entry) => ({
      key,
      count: this.counts.countOf(entry),
      error: this.errorOf(entry),
    }));
    return entries.sort((a, b) => b.count - a.count).slice(0, most);
  }

  /** A place for a new key: a free one, or that of the lightest key, whose count becomes the newcomer's error. */
  private admit(key: Key): number {
    const { counts, entryOf, keys } = this;
    if (keys.length < this.capacity) {
      const entry = counts.begin();
      keys.push(key);
      entryOf.set(key, entry);
      return entry;
    }
    const { lightest } = counts;
    entryOf.delete(keys[lightest] as Key);
    keys[lightest] = key;
    entryOf.set(key, lightest);
    this.errors[lightest] = counts.countOf(lightest);
    counts.increment(lightest);
    return lightest;
  }

  private errorOf(entry: number): number {
    return this.errors[entry] ?? 0;
  }
}
