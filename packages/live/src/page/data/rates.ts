import type { SeriesPayload } from '../../shared/payload';
import { RANGES, cellsOf, slotsBetween, type View } from './view';

/** Points of a chart; all arrays have one entry for each instant. */
export interface Axis {
  /** Milliseconds since 1970, rising. */
  readonly at: readonly number[];
  /** Places in the track; -1 where time is missing, such as while the machine slept. */
  readonly slots: readonly number[];
}

/** What lies this far apart was not recorded one after the other. */
const GAP_MILLISECONDS = 1500;

/** The instants of the chosen window, with a hole where time is missing. */
export function axisOf(view: View): Axis {
  const at: number[] = [];
  const slots: number[] = [];
  for (const slot of slotsBetween(view.track, view.begin, view.now)) {
    const time = view.track.times[slot];
    if (time === undefined) continue;
    const before = at.at(-1);
    if (before !== undefined && time.end - time.seconds * 1000 - before > GAP_MILLISECONDS) {
      at.push(before + 1);
      slots.push(-1);
    }
    at.push(time.end);
    slots.push(slot);
  }
  return { at, slots };
}

/**
 * Sums over trailing spans of time: for each instant, what `read` gives for the slots of the last so many seconds, or
 * for the one slot that ends there if that is longer.
 */
export function trailing<Value>(
  view: View,
  { slots }: Axis,
  seconds: number,
  read: (slots: readonly number[], seconds: number) => Value,
): readonly (Value | null)[] {
  return slots.map((slot) => {
    if (slot < 0) return null;
    const taken: number[] = [];
    let covered = 0;
    for (let at = slot; at >= 0 && (taken.length === 0 || covered < seconds - 0.5); at -= 1) {
      taken.push(at);
      covered += view.track.times[at]?.seconds ?? 0;
    }
    return read(taken, covered);
  });
}

/** Events a second at each instant, as a mean over a few seconds: single seconds are noise. */
export function ratesOf(
  view: View,
  axis: Axis,
  series: readonly SeriesPayload[],
): readonly (number | null)[] {
  const columns = cellsOf(series).map((cell) => view.track.column(cell));
  const total = axis.slots.length === 0 ? [] : view.track.times.map((_, at) => sumAt(columns, at));
  return trailing(view, axis, RANGES[view.rangeName].smoothSeconds, (slots, seconds) =>
    seconds <= 0 ? 0 : slots.reduce((sum, at) => sum + (total[at] ?? 0), 0) / seconds,
  );
}

function sumAt(columns: readonly (readonly number[])[], at: number): number {
  return columns.reduce((sum, column) => sum + (column[at] ?? 0), 0);
}
