import { createMapIndex, type CreateKeyIndex, type KeyIndex } from './number-index';

/** One monitored key and what is certain about it: `count - error <= true count <= count`. */
export interface HeavyHitter<Key> {
  readonly key: Key;
  /** Never below the true count. */
  readonly count: number;
  /** How much of `count` may belong to other keys. */
  readonly error: number;
}

/**
 * Finds the heaviest keys of a stream in fixed memory: the Space-Saving algorithm over a min-heap. Every key
 * that makes up more than 1 / capacity of the stream is certainly among those monitored.
 * Source: Metwally, Agrawal, El Abbadi, "Efficient Computation of Frequent and Top-k Elements in Data Streams", 2005.
 */
export class HeavyHitters<Key> {
  private readonly entryOf: KeyIndex<Key>;
  private readonly keys: Key[] = [];
  private readonly counts: Float64Array;
  private readonly errors: Float64Array;
  /** Entries ordered as a binary heap, the lightest first. */
  private readonly heap: Uint32Array;
  private readonly positionOf: Uint32Array;

  /**
   * @param capacity Most keys that are monitored at a time, a positive integer.
   * @param createIndex Makes what finds a key; for numbers `createNumberIndex` takes less memory. Default: a `Map`.
   */
  constructor(
    readonly capacity: number,
    createIndex: CreateKeyIndex<Key> = createMapIndex,
  ) {
    this.entryOf = createIndex(capacity);
    this.counts = new Float64Array(capacity);
    this.errors = new Float64Array(capacity);
    this.heap = new Uint32Array(capacity);
    this.positionOf = new Uint32Array(capacity);
  }

  /** Counts one occurrence of the key; returns its certain lower bound, 1 or more. */
  add(key: Key): number {
    const known = this.entryOf.get(key);
    const entry = known ?? this.admit(key);
    this.counts[entry] = at(this.counts, entry) + 1;
    this.sink(at(this.positionOf, entry));
    return at(this.counts, entry) - at(this.errors, entry);
  }

  /** How often a key that is not monitored may have occurred at most. */
  get lightestCount(): number {
    return this.keys.length < this.capacity ? 0 : this.countAt(0);
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
    for (let entry = 0; entry < this.keys.length; entry += 1) {
      this.counts[entry] = Math.floor(at(this.counts, entry) / 2);
      this.errors[entry] = Math.floor(at(this.errors, entry) / 2);
    }
  }

  /** The heaviest keys, heaviest first. */
  top(most: number): HeavyHitter<Key>[] {
    const entries = this.keys.map((key, entry) => ({
      key,
      count: at(this.counts, entry),
      error: at(this.errors, entry),
    }));
    return entries.sort((a, b) => b.count - a.count).slice(0, most);
  }

  /** A place for a new key: a free one, or that of the lightest key, whose count becomes the newcomer's error. */
  private admit(key: Key): number {
    const used = this.keys.length;
    if (used < this.capacity) {
      this.keys.push(key);
      this.entryOf.set(key, used);
      this.heap[used] = used;
      this.positionOf[used] = used;
      this.rise(used);
      return used;
    }
    const lightest = at(this.heap, 0);
    this.entryOf.delete(this.keys[lightest] as Key);
    this.keys[lightest] = key;
    this.entryOf.set(key, lightest);
    this.errors[lightest] = at(this.counts, lightest);
    return lightest;
  }

  private rise(start: number): void {
    let position = start;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (this.countAt(parent) <= this.countAt(position)) return;
      this.swap(parent, position);
      position = parent;
    }
  }

  private sink(start: number): void {
    const size = this.keys.length;
    let position = start;
    for (;;) {
      const left = 2 * position + 1;
      if (left >= size) return;
      const right = left + 1;
      const child = right < size && this.countAt(right) < this.countAt(left) ? right : left;
      if (this.countAt(position) <= this.countAt(child)) return;
      this.swap(child, position);
      position = child;
    }
  }

  private countAt(position: number): number {
    return at(this.counts, at(this.heap, position));
  }

  private swap(a: number, b: number): void {
    const entryA = at(this.heap, a);
    const entryB = at(this.heap, b);
    this.heap[a] = entryB;
    this.heap[b] = entryA;
    this.positionOf[entryB] = a;
    this.positionOf[entryA] = b;
  }
}

function at(array: Float64Array | Uint32Array, index: number): number {
  return array[index] ?? 0;
}
