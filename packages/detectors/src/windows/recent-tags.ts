const WAYS = 8;
const TAGS = 0xffff;
const MOMENT_MILLISECONDS = 4000;
const MOMENTS = 2 ** 16;

/**
 * Remembers the last eight different values of each of many entries for a while, as tags of 16 bits: one in 65,000 is
 * taken for another.
 */
export class RecentTags {
  /** The newest first; 0 is an empty place. */
  private readonly tags: Uint16Array;
  private readonly moments: Uint16Array;

  constructor(
    entries: number,
    private readonly windowSeconds: number,
  ) {
    this.tags = new Uint16Array(entries * WAYS);
    this.moments = new Uint16Array(entries * WAYS);
  }

  /** Forgets everything of an entry. */
  clear(entry: number): void {
    this.tags.fill(0, entry * WAYS, (entry + 1) * WAYS);
  }

  /** @param hash Of the value: evenly spread, at least 16 bits. */
  add(entry: number, hash: number, nowMilliseconds: number): void {
    const start = entry * WAYS;
    const place = this.find(entry, hash) ?? start + WAYS - 1;
    this.tags.copyWithin(start + 1, start, place);
    this.moments.copyWithin(start + 1, start, place);
    this.tags[start] = tagOf(hash);
    this.moments[start] = momentOf(nowMilliseconds);
  }

  /** Whether the value was added within the window. */
  has(entry: number, hash: number, nowMilliseconds: number): boolean {
    const place = this.find(entry, hash);
    if (place === undefined) return false;
    const age = (momentOf(nowMilliseconds) - (this.moments[place] ?? 0) + MOMENTS) % MOMENTS;
    return age * MOMENT_MILLISECONDS <= this.windowSeconds * 1000;
  }

  private find(entry: number, hash: number): number | undefined {
    const start = entry * WAYS;
    const way = this.tags.subarray(start, start + WAYS).indexOf(tagOf(hash));
    return way === -1 ? undefined : start + way;
  }
}

function tagOf(hash: number): number {
  return 1 + (hash % TAGS);
}

function momentOf(nowMilliseconds: number): number {
  return Math.floor(nowMilliseconds / MOMENT_MILLISECONDS) % MOMENTS;
}
