import { OTHER_VALUE } from '../conventions';

/** Says that a value belongs to no cell: neither listed nor foldable. */
export const NO_CELL = -1;

/** Lengths by which values are told apart before they are looked up; a power of two. */
const LENGTHS = 32;

/** One free attribute of a table: what each of its values adds to the number of a cell. */
export class LabelAxis {
  /** What the attribute being absent adds: as itself, or as a value that is not listed, or `NO_CELL`. */
  readonly absent: number;
  /** What the first listed value adds; each further one adds `stride` more. */
  readonly listedFrom: number;
  /** What any other value adds, or `NO_CELL`. */
  private readonly fallback: number;
  private readonly offsets: ReadonlyMap<unknown, number>;
  /** The listed value of each length that was asked for last, nearly always the next one too, and what it adds. */
  private readonly recent: (string | number)[] = [];

  /**
   * @param key The attribute's key.
   * @param stride How far apart the cells of neighbouring values are.
   * @param values In their order; `undefined`, first, where the attribute can be absent.
   */
  constructor(
    readonly key: string,
    readonly stride: number,
    readonly values: readonly (string | undefined)[],
  ) {
    const offsets = new Map(values.map((value, position) => [value, position * stride]));
    this.offsets = offsets;
    this.fallback = offsets.get(OTHER_VALUE) ?? NO_CELL;
    this.absent = offsets.get(undefined) ?? this.fallback;
    this.listedFrom = values[0] === undefined ? stride : 0;
    for (let slot = 0; slot < LENGTHS; slot += 1)
      this.recent.push('', offsets.get('') ?? this.fallback);
  }

  /** What a value adds to the number of its cell; `NO_CELL` when it is neither listed nor foldable. Never throws. */
  offsetOf(value: string | undefined): number {
    // Most values are absent ones, of successes.
    if (value === undefined) return this.absent;
    // A host without types can tell anything.
    if (typeof value !== 'string') return this.fallback;
    const slot = 2 * (value.length & (LENGTHS - 1));
    return this.recent[slot] === value ? Number(this.recent[slot + 1]) : this.find(value, slot);
  }

  /** The listed text is remembered and never the given one, which may be a piece of a long one. */
  private find(value: string, slot: number): number {
    const offset = this.offsets.get(value);
    if (offset === undefined) return this.fallback;
    this.recent[slot] = this.values[offset / this.stride] ?? '';
    this.recent[slot + 1] = offset;
    return offset;
  }
}
