import type { SeriesPayload } from '../../shared/payload';
import { rebucket, type Buckets } from '../../shared/rebucket';
import type { Track } from './track';

/** The buckets of some series of one histogram, over some slots, under the bounds of the first. */
export function bucketsOf(
  track: Track,
  series: readonly SeriesPayload[],
  slots: readonly number[],
): Buckets {
  const boundaries = series[0]?.boundaries ?? [];
  const counts = Array.from({ length: boundaries.length + 1 }, () => 0);
  for (const { cell, boundaries: own = [] } of series) {
    const ownCounts = Array.from({ length: own.length + 1 }, (_, offset) => {
      const column = track.column(cell + offset);
      return slots.reduce((sum, at) => sum + (column[at] ?? 0), 0);
    });
    rebucket({ boundaries: own, counts: ownCounts }, boundaries).forEach((count, index) => {
      counts[index] = (counts[index] ?? 0) + count;
    });
  }
  return { boundaries, counts };
}

/** How many values the buckets hold. */
export function sizeOf({ counts }: Buckets): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
