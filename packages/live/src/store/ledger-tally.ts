import { GatheredSlots } from './gathered-slots';
import type { SlotFacts } from './slot-ring';

/** Sources or accounts told apart; core's own ledger holds 100 unless the host raises it. */
const KEYS = 128;
/** An hour and two minutes, in slots of ten seconds. */
const SLOTS = 372;
const SLOT_SECONDS = 10;
const REMEMBERED_SECONDS = SLOTS * SLOT_SECONDS;
const LONGEST_KEY = 64;

/** The key of what has no series of its own, here and in the conventions. */
export const FOLDED_KEY = 'other';
/** The key of a source that nobody can tell. */
export const UNKNOWN_KEY = 'unknown';

/** What one key did in a window. */
export interface Tally {
  readonly key: string;
  readonly count: number;
}

/**
 * Failures by source or by account over the last hour. When all places are taken, whoever was quiet for an hour
 * makes room; otherwise the newcomer counts as `other`.
 */
export class LedgerTally {
  private readonly slots = new GatheredSlots({
    cells: KEYS,
    slots: SLOTS,
    slotSeconds: SLOT_SECONDS,
  });
  private readonly cellByKey = new Map<string, number>();
  private isCrowded = false;

  /** Bytes taken for values. */
  get bytes(): number {
    return this.slots.ring.bytes;
  }

  /** Keys with a place. */
  get size(): number {
    return this.cellByKey.size;
  }

  add(key: string, count: number): void {
    if (count > 0) this.slots.take(this.cellOf(key.slice(0, LONGEST_KEY)), count);
  }

  /** Lets time go by. */
  advance(step: SlotFacts): void {
    if (this.slots.advance(step)) this.isCrowded = false;
  }

  /** What each key did in the last so many seconds, the busiest first; whoever did nothing is left out. */
  during(seconds: number): readonly Tally[] {
    const window = this.slots.window(seconds);
    return [...this.cellByKey]
      .map(([key, cell]) => ({ key, count: window.sum([cell]) }))
      .filter(({ count }) => count > 0)
      .sort((left, right) => right.count - left.count);
  }

  private cellOf(key: string): number {
    const known = this.cellByKey.get(key);
    if (known !== undefined) return known;
    const cell = this.freeCell(key === FOLDED_KEY ? KEYS : KEYS - 1);
    if (cell === undefined) return this.cellOf(FOLDED_KEY);
    this.slots.begin(cell, 'sum');
    this.cellByKey.set(key, cell);
    return cell;
  }

  private freeCell(places: number): number | undefined {
    if (this.cellByKey.size < places) return this.cellByKey.size;
    // Looking for a quiet key reads everything, so once a slot is enough.
    if (this.isCrowded) return undefined;
    const { sum } = this.slots.window(REMEMBERED_SECONDS);
    for (const [key, cell] of this.cellByKey) {
      if (key === FOLDED_KEY || sum([cell]) > 0) continue;
      this.cellByKey.delete(key);
      return cell;
    }
    this.isCrowded = true;
    return undefined;
  }
}
