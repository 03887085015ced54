import type { Comparison } from '../truth/compare';

/** The result of a comparison for people: one line when all is equal, else one for each difference. */
export function renderComparison(
  { comparedSeries, differences }: Comparison,
  surprises: readonly string[],
): readonly string[] {
  const compared = `${String(comparedSeries)} series compared`;
  const summary =
    differences.length === 0 ? 'all equal' : `${String(differences.length)} different`;
  return [
    `${compared}, ${summary}`,
    ...differences.map(
      ({ series, sent, counted }) =>
        `  sent ${String(sent)}, counted ${String(counted)}: ${series}`,
    ),
    ...surprises.map((surprise) => `  unexpected: ${surprise}`),
  ];
}
