/**
 * Heights for areas that stand on each other, the last series at the bottom. Drawn from the first on, each covers the
 * part of the one before that belongs to itself.
 */
export function stacked(
  series: readonly (readonly (number | null)[])[],
): readonly (readonly (number | null)[])[] {
  const length = series[0]?.length ?? 0;
  let below: readonly number[] = Array.from({ length }, () => 0);
  return series
    .toReversed()
    .map((values) => {
      below = below.map((height, at) => height + (values[at] ?? 0));
      const heights = below;
      return values.map((value, at) => (value === null ? null : (heights[at] ?? 0)));
    })
    .toReversed();
}
