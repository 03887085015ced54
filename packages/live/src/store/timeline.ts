import { emptyValueOf, GatheredSlots } from './gathered-slots';
import type { Fold } from './projection';
import { SlotRing, type SlotFacts } from './slot-ring';
import type { TimeWindow } from './time-window';

/** How many slots are kept, and how long they are. */
export interface TimelineShape {
  readonly cells: number;
  /** The newest slots as they were closed. */
  readonly fineSlots: number;
  /** The same, gathered into slots of at least `coarseSeconds`. */
  readonly coarseSlots: number;
  readonly coarseSeconds: number;
}

/** The values of all cells over time, at two resolutions. */
export class Timeline {
  readonly fine: SlotRing;
  private readonly gathered: GatheredSlots;
  private readonly folds: Fold[] = [];
  private readonly open: Float64Array;
  private elapsedSeconds = 0;

  constructor({ cells, fineSlots, coarseSlots, coarseSeconds }: TimelineShape) {
    this.fine = new SlotRing(fineSlots, cells);
    this.gathered = new GatheredSlots({ cells, slots: coarseSlots, slotSeconds: coarseSeconds });
    this.open = new Float64Array(cells);
  }

  get coarse(): SlotRing {
    return this.gathered.ring;
  }

  /** Seconds covered since the start, also by slots that are gone. */
  get seconds(): number {
    return this.elapsedSeconds;
  }

  /** Bytes taken for values. */
  get bytes(): number {
    return this.fine.bytes + this.coarse.bytes;
  }

  /** Says how a cell's values become one; a gauge is unknown until it is set. */
  begin(cell: number, fold: Fold): void {
    this.folds[cell] = fold;
    this.open[cell] = emptyValueOf(fold);
    this.fine.fillCell(cell, emptyValueOf(fold));
    this.gathered.begin(cell, fold);
  }

  /** Counts in the slot that is open. */
  add(cell: number, amount: number): void {
    this.open[cell] = (this.open[cell] ?? 0) + amount;
  }

  /** Sets a gauge, which holds until it is set again. */
  set(cell: number, value: number): void {
    this.open[cell] = value;
  }

  /** What a gauge holds now, or a counter counted in the slot that is open; `NaN` while unknown. */
  current(cell: number): number {
    return this.open[cell] ?? NaN;
  }

  /** Ends the slot that is open. */
  close(facts: SlotFacts): void {
    this.fine.close(this.open, facts);
    this.folds.forEach((fold, cell) => {
      this.gathered.take(cell, this.open[cell] ?? 0);
      if (fold === 'sum') this.open[cell] = 0;
    });
    this.gathered.advance(facts);
    this.elapsedSeconds += facts.durationSeconds;
  }

  /** The last so many seconds up to the end of the last slot, from the coarse slots. */
  window(seconds: number): TimeWindow {
    return this.gathered.window(seconds);
  }
}
