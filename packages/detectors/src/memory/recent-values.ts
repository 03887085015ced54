const WAYS = 8;
const TAGS = 0xffff_ffff;

/**
 * Remembers a number for each of the newest keys, in fixed memory and without keeping a key: rows of eight tags of 32
 * bits, the newest first. A new key drives out the oldest of its row. Two keys are taken for one with a
 * probability of two in a thousand million for each look-up.
 */
export class RecentValues {
  private readonly rows: number;
  /** 0 is an empty place. */
  private readonly tags: Uint32Array;
  private readonly values: Float64Array;

  /** @param capacity Most keys that are remembered, 8 to 524,288; rounded up to a power of two. */
  constructor(capacity: number) {
    this.rows = 2 ** Math.max(0, Math.ceil(Math.log2(capacity / WAYS)));
    this.tags = new Uint32Array(this.rows * WAYS);
    this.values = new Float64Array(this.rows * WAYS);
  }

  /** @param hash An evenly spread non-negative integer of 48 bits. */
  get(hash: number): number | undefined {
    const place = this.find(hash);
    return place === undefined ? undefined : this.values[place];
  }

  set(hash: number, value: number): void {
    const start = this.startOf(hash);
    const place = this.find(hash) ?? start + WAYS - 1;
    this.tags.copyWithin(start + 1, start, place);
    this.values.copyWithin(start + 1, start, place);
    this.tags[start] = tagOf(hash);
    this.values[start] = value;
  }

  private find(hash: number): number | undefined {
    const start = this.startOf(hash);
    const place = this.tags.subarray(start, start + WAYS).indexOf(tagOf(hash));
    return place === -1 ? undefined : start + place;
  }

  private startOf(hash: number): number {
    return (Math.floor(hash / 2 ** 32) % this.rows) * WAYS;
  }
}

function tagOf(hash: number): number {
  return (hash % TAGS) + 1;
}
