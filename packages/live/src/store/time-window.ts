import type { SlotRing } from './slot-ring';

/** A span of time that ends now. */
export interface TimeWindow {
  /** Seconds of it that are on record; less than asked for while the record is young. */
  readonly seconds: number;
  /** What was counted in some cells. */
  readonly sum: (cells: Iterable<number>) => number;
}

/** A slot that is still being filled. */
export interface OpenSlot {
  readonly values: ArrayLike<number>;
  readonly durationSeconds: number;
}

/**
 * Lays a window over closed slots and the one that is open. Of the oldest slot only the part inside counts, so a
 * window is exactly as long as it was asked for, whatever the slots' lengths.
 */
export function windowOf(ring: SlotRing, open: OpenSlot, askedSeconds: number): TimeWindow {
  const rows: { readonly values: ArrayLike<number>; readonly weight: number }[] = [];
  let covered = 0;
  const cover = ({ values, durationSeconds }: OpenSlot): void => {
    const inside = Math.min(durationSeconds, askedSeconds - covered);
    // What was counted in no time at all still was counted.
    rows.push({ values, weight: durationSeconds > 0 ? inside / durationSeconds : 1 });
    covered += inside;
  };
  cover(open);
  for (let slot = ring.next - 1; slot >= ring.oldest && covered < askedSeconds; slot -= 1) {
    cover({ values: ring.row(slot), durationSeconds: ring.factsOf(slot)?.durationSeconds ?? 0 });
  }
  return {
    seconds: covered,
    sum: (cells) => {
      let total = 0;
      for (const cell of cells) {
        for (const { values, weight } of rows) total += (values[cell] ?? 0) * weight;
      }
      return total;
    },
  };
}
