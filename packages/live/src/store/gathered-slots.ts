import type { Fold } from './projection';
import { SlotRing, type SlotFacts } from './slot-ring';
import { windowOf, type TimeWindow } from './time-window';

/** How many slots are kept, and how long they are. */
export interface GatheredShape {
  readonly cells: number;
  readonly slots: number;
  /** Time goes by in steps; a slot ends with the first step at which it is this long. */
  readonly slotSeconds: number;
}

/** A slot may be this much too short: timers are not exact. */
const TOLERANCE_SECONDS = 0.5;

/** Slots that are filled over several steps of time, and windows over them that reach up to the last step. */
export class GatheredSlots {
  readonly ring: SlotRing;
  private readonly open: Float64Array;
  private readonly folds: Fold[] = [];
  private openSeconds = 0;
  private openIsLate = false;

  constructor(private readonly shape: GatheredShape) {
    this.ring = new SlotRing(shape.slots, shape.cells);
    this.open = new Float64Array(shape.cells);
  }

  /** Says how a cell's values become one, and forgets its past; a gauge is unknown until it is told. */
  begin(cell: number, fold: Fold): void {
    const value = emptyValueOf(fold);
    this.folds[cell] = fold;
    this.open[cell] = value;
    this.ring.fillCell(cell, value);
  }

  /** Takes a value into the slot that is open. */
  take(cell: number, value: number): void {
    this.open[cell] = combined(this.folds[cell] ?? 'sum', this.open[cell] ?? 0, value);
  }

  /** Lets time go by. Returns whether that ended a slot. */
  advance(step: SlotFacts): boolean {
    this.openSeconds += step.durationSeconds;
    this.openIsLate ||= step.isLate;
    if (this.openSeconds < this.shape.slotSeconds - TOLERANCE_SECONDS) return false;
    const { endMilliseconds } = step;
    const [durationSeconds, isLate] = [this.openSeconds, this.openIsLate];
    this.ring.close(this.open, { endMilliseconds, durationSeconds, isLate });
    this.folds.forEach((fold, cell) => {
      this.open[cell] = emptyValueOf(fold);
    });
    this.openSeconds = 0;
    this.openIsLate = false;
    return true;
  }

  /** The last so many seconds up to the last step. */
  window(seconds: number): TimeWindow {
    return windowOf(this.ring, { values: this.open, durationSeconds: this.openSeconds }, seconds);
  }
}

/** What a cell holds while nothing was told. */
export function emptyValueOf(fold: Fold): number {
  return fold === 'sum' ? 0 : NaN;
}

function combined(fold: Fold, before: number, value: number): number {
  if (fold === 'sum') return before + value;
  if (fold === 'last' || Number.isNaN(before)) return value;
  if (Number.isNaN(value)) return before;
  return fold === 'lowest' ? Math.min(before, value) : Math.max(before, value);
}
