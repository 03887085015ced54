/** What is known of a slot besides its values. */
export interface SlotFacts {
  /** When it ended, in milliseconds since 1970. */
  readonly endMilliseconds: number;
  /** How long it really was. */
  readonly durationSeconds: number;
  /** Whether it was far longer than it should have been: the event loop was blocked. */
  readonly isLate: boolean;
}

/**
 * The newest slots of so many cells, in memory that is taken once. Slots are numbered from 0 on and never renumbered;
 * the oldest is overwritten. Their lengths may differ.
 */
export class SlotRing {
  private readonly values: Float32Array;
  private readonly facts: SlotFacts[] = [];
  private closed = 0;

  constructor(
    /** The most slots kept. */
    readonly slots: number,
    /** Cells in a slot. */
    readonly cells: number,
  ) {
    this.values = new Float32Array(slots * cells);
  }

  /** The number that the next slot will have. */
  get next(): number {
    return this.closed;
  }

  /** The number of the oldest slot that is still here; equal to `next` while there is none. */
  get oldest(): number {
    return Math.max(0, this.closed - this.slots);
  }

  /** Bytes taken for values. */
  get bytes(): number {
    return this.values.byteLength;
  }

  /** Adds a slot with a copy of the values. */
  close(values: ArrayLike<number>, facts: SlotFacts): void {
    const place = this.closed % this.slots;
    this.values.set(values, place * this.cells);
    this.facts[place] = facts;
    this.closed += 1;
  }

  /** The values of a slot that is still here; a view, valid until the slot is overwritten. */
  row(slot: number): Float32Array {
    const start = (slot % this.slots) * this.cells;
    return this.values.subarray(start, start + this.cells);
  }

  factsOf(slot: number): SlotFacts | undefined {
    return slot < this.oldest ? undefined : this.facts[slot % this.slots];
  }

  /** Writes one value into a cell of every slot, the past included. */
  fillCell(cell: number, value: number): void {
    for (let at = cell; at < this.values.length; at += this.cells) this.values[at] = value;
  }
}
