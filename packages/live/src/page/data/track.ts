import type { SeriesPayload, SlotPayload } from '../../shared/payload';

/** One slot, without its values. */
export interface SlotTime {
  readonly slot: number;
  /** Milliseconds since 1970. */
  readonly end: number;
  readonly seconds: number;
  readonly isLate: boolean;
}

/** The values of all cells over the newest slots of one resolution. */
export class Track {
  times: SlotTime[] = [];
  private columns = new Map<number, number[]>();
  private gauges = new Set<number>();

  constructor(private readonly mostSlots: number) {}

  /** The number of the newest slot; -1 before the first. */
  get newest(): number {
    return this.times.at(-1)?.slot ?? -1;
  }

  /** Makes room for a series; a gauge is unknown before it is told. */
  addSeries({ cell, boundaries = [], isGauge }: SeriesPayload): void {
    for (let offset = 0; offset <= boundaries.length; offset += 1) {
      const empty = isGauge === true ? NaN : 0;
      this.columns.set(
        cell + offset,
        Array.from(this.times, () => empty),
      );
      if (isGauge === true) this.gauges.add(cell);
    }
  }

  append(slots: readonly SlotPayload[]): void {
    for (const { slot, end, seconds, late = false, cells } of slots) {
      if (slot <= this.newest) continue;
      this.times.push({ slot, end, seconds, isLate: late });
      for (const [cell, column] of this.columns) {
        column.push(this.gauges.has(cell) ? (column.at(-1) ?? NaN) : 0);
      }
      for (let at = 0; at + 1 < cells.length; at += 2) this.overwriteLast(cells[at], cells[at + 1]);
    }
    const surplus = this.times.length - this.mostSlots;
    if (surplus <= 0) return;
    this.times.splice(0, surplus);
    for (const column of this.columns.values()) column.splice(0, surplus);
  }

  /** The values of a cell, one for each slot. */
  column(cell: number): readonly number[] {
    return this.columns.get(cell) ?? [];
  }

  /** The same values, which stay as they are whatever is appended here. */
  copy(): Track {
    const copy = new Track(this.mostSlots);
    copy.times = [...this.times];
    copy.columns = new Map([...this.columns].map(([cell, column]) => [cell, [...column]]));
    copy.gauges = new Set(this.gauges);
    return copy;
  }

  private overwriteLast(cell = -1, value = 0): void {
    const column = this.columns.get(cell);
    if (column !== undefined) column[column.length - 1] = value;
  }
}
