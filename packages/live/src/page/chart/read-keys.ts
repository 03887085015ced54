/** Where a key moves the cursor of a chart to; undefined for a key that does something else, `null` for leaving. */
export function movedCursor(
  key: string,
  from: number,
  at: readonly number[],
): number | null | undefined {
  const last = at.length - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'PageUp':
      return nearest(at, (at[from] ?? 0) - 30_000);
    case 'PageDown':
      return nearest(at, (at[from] ?? 0) + 30_000);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

/** The place of the instant that is nearest. */
export function nearest(at: readonly number[], instant: number): number {
  let found = 0;
  at.forEach((candidate, place) => {
    const isNearer = Math.abs(candidate - instant) < Math.abs((at[found] ?? 0) - instant);
    if (isNearer) found = place;
  });
  return found;
}
