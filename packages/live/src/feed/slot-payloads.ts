import type { SlotPayload } from '../shared/payload';
import type { Series } from '../store/series-table';
import type { SlotRing } from '../store/slot-ring';
import { rounded } from './rounded';

/** The closed slots of a ring after a given one, oldest first. */
export function slotPayloads(
  ring: SlotRing,
  after: number,
  series: readonly Series[],
): readonly SlotPayload[] {
  const payloads: SlotPayload[] = [];
  const first = Math.max(after + 1, ring.oldest);
  for (let slot = first; slot < ring.next; slot += 1) {
    const facts = ring.factsOf(slot);
    if (facts === undefined) continue;
    // The page knows the gauges of the slot before, unless the answer begins with this one.
    const before =
      slot > first || (slot === after + 1 && slot > ring.oldest) ? ring.row(slot - 1) : undefined;
    payloads.push({
      slot,
      end: facts.endMilliseconds,
      seconds: rounded(facts.durationSeconds),
      ...(facts.isLate ? { late: true } : {}),
      cells: cellsOf(ring.row(slot), before, series),
    });
  }
  return payloads;
}

function cellsOf(
  row: Float32Array,
  before: Float32Array | undefined,
  series: readonly Series[],
): readonly number[] {
  const cells: number[] = [];
  for (const { firstCell, boundaries, projection } of series) {
    // The cell behind the buckets holds the sum, which the page does not need.
    const end = firstCell + (boundaries === undefined ? 1 : boundaries.length + 1);
    for (let cell = firstCell; cell < end; cell += 1) {
      const value = row[cell] ?? 0;
      const isTold =
        projection.fold === 'sum'
          ? value !== 0
          : !Number.isNaN(value) && !Object.is(value, before?.[cell]);
      if (isTold) cells.push(cell, rounded(value));
    }
  }
  return cells;
}
