/**
 * Counts of numbered entries in ascending order. Counting an entry and finding the lightest take constant time, however
 * many there are: entries of one count lie side by side, and one that is counted changes places with the last of them.
 */
export class RankedCounts {
  private readonly counts: Float64Array;
  private readonly positionOf: Uint32Array;
  private readonly entryAt: Uint32Array;
  /** The group of equal counts that a position belongs to. */
  private readonly groupAt: Uint32Array;
  /** The last position of each group; of a group that is not in use, the next one that is not. */
  private readonly endOf: Uint32Array;
  private unused = 0;
  /** The position of the lightest. Entries come from the end: each begins at 0. */
  private first: number;

  /** @param capacity Most entries, a positive integer. */
  constructor(private readonly capacity: number) {
    this.counts = new Float64Array(capacity);
    this.positionOf = new Uint32Array(capacity);
    this.entryAt = new Uint32Array(capacity);
    this.groupAt = new Uint32Array(capacity);
    this.endOf = Uint32Array.from({ length: capacity }, (_, group) => group + 1);
    this.first = capacity;
  }

  /** How many entries there are. */
  get size(): number {
    return this.capacity - this.first;
  }

  /** An entry that none is lighter than; there must be one. */
  get lightest(): number {
    return at(this.entryAt, this.first);
  }

  countOf(entry: number): number {
    return at(this.counts, entry);
  }

  /** Makes an entry that was counted once and returns its number, which is the next one; there must be room. */
  begin(): number {
    const entry = this.size;
    this.first -= 1;
    this.put(entry, this.first);
    this.joinGroup(this.first, 0);
    this.increment(entry);
    return entry;
  }

  /** Counts an entry once more. */
  increment(entry: number): void {
    const position = at(this.positionOf, entry);
    const group = at(this.groupAt, position);
    const end = at(this.endOf, group);
    this.put(at(this.entryAt, end), position);
    this.put(entry, end);
    if (end > this.first && this.groupAt[end - 1] === group) this.endOf[group] = end - 1;
    else this.disuse(group);
    const count = at(this.counts, entry) + 1;
    this.counts[entry] = count;
    this.joinGroup(end, count);
  }

  /** Halves all counts. */
  halve(): void {
    for (let entry = 0; entry < this.size; entry += 1) {
      this.counts[entry] = Math.floor(at(this.counts, entry) / 2);
    }
    this.unused = this.capacity;
    for (let group = 0; group < this.capacity; group += 1) this.disuse(group);
    for (let position = this.capacity - 1; position >= this.first; position -= 1) {
      this.joinGroup(position, at(this.counts, at(this.entryAt, position)));
    }
  }

  private put(entry: number, position: number): void {
    this.entryAt[position] = entry;
    this.positionOf[entry] = position;
  }

  /** Gives a position, whose count lies below all others behind it or is equal, its group. */
  private joinGroup(position: number, count: number): void {
    const next = position + 1;
    if (next < this.capacity && this.counts[at(this.entryAt, next)] === count) {
      this.groupAt[position] = at(this.groupAt, next);
      return;
    }
    const group = this.unused;
    this.unused = at(this.endOf, group);
    this.endOf[group] = position;
    this.groupAt[position] = group;
  }

  private disuse(group: number): void {
    this.endOf[group] = this.unused;
    this.unused = group;
  }
}

function at(array: Float64Array | Uint32Array, index: number): number {
  return array[index] ?? 0;
}
