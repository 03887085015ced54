/** What stands side by side in the table, so that what is needed together is found together in cold memory. */
const FIELDS = 4;
/** By entry: its position. */
const POSITION = 0;
/** By position: the entry. */
const ENTRY = 1;
/** By position: the group of equal counts that it belongs to. */
const GROUP = 2;
/** By group: its last position; of a group that is not in use, the next one that is not. */
const END = 3;

/**
 * Counts of numbered entries in ascending order. Counting an entry and finding the lightest take constant time, however
 * many there are: entries of one count lie side by side, and one that is counted changes places with the last of them.
 */
export class RankedCounts {
  private readonly counts: Float64Array;
  private readonly table: Uint32Array;
  private unused = 0;
  /** The position of the lightest. Entries come from the end: each begins at 0. */
  private first: number;

  /** @param capacity Most entries, a positive integer. */
  constructor(private readonly capacity: number) {
    this.counts = new Float64Array(capacity);
    this.table = new Uint32Array(FIELDS * capacity);
    for (let group = 0; group < capacity; group += 1) this.write(group, END, group + 1);
    this.first = capacity;
  }

  /** How many entries there are. */
  get size(): number {
    return this.capacity - this.first;
  }

  /** An entry that none is lighter than; there must be one. */
  get lightest(): number {
    return this.read(this.first, ENTRY);
  }

  countOf(entry: number): number {
    return this.counts[entry] ?? 0;
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
    const position = this.read(entry, POSITION);
    const group = this.read(position, GROUP);
    const end = this.read(group, END);
    this.put(this.read(end, ENTRY), position);
    this.put(entry, end);
    if (end > this.first && this.read(end - 1, GROUP) === group) this.write(group, END, end - 1);
    else this.disuse(group);
    const count = this.countOf(entry) + 1;
    this.counts[entry] = count;
    this.joinGroup(end, count);
  }

  /** Halves all counts. */
  halve(): void {
    for (let entry = 0; entry < this.size; entry += 1) {
      this.counts[entry] = Math.floor(this.countOf(entry) / 2);
    }
    this.unused = this.capacity;
    for (let group = 0; group < this.capacity; group += 1) this.disuse(group);
    for (let position = this.capacity - 1; position >= this.first; position -= 1) {
      this.joinGroup(position, this.countOf(this.read(position, ENTRY)));
    }
  }

  private put(entry: number, position: number): void {
    this.write(position, ENTRY, entry);
    this.write(entry, POSITION, position);
  }

  /** Gives a position, whose count lies below all others behind it or is equal, its group. */
  private joinGroup(position: number, count: number): void {
    const next = position + 1;
    if (next < this.capacity && this.countOf(this.read(next, ENTRY)) === count) {
      this.write(position, GROUP, this.read(next, GROUP));
      return;
    }
    const group = this.unused;
    this.unused = this.read(group, END);
    this.write(group, END, position);
    this.write(position, GROUP, group);
  }

  private disuse(group: number): void {
    this.write(group, END, this.unused);
    this.unused = group;
  }

  private read(row: number, field: number): number {
    return this.table[FIELDS * row + field] ?? 0;
  }

  private write(row: number, field: number, value: number): void {
    this.table[FIELDS * row + field] = value;
  }
}
