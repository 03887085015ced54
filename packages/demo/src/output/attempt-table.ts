import { ATTEMPTS, prometheusName } from '@authmeter/core/conventions';
import type { Sample } from '../truth/scrape';

const SERIES = prometheusName(ATTEMPTS);
const LABELS = ['outcome', 'reason', 'error_type', 'method'] as const;
/** Together with the gaps this fills 80 characters at most. */
const WIDTHS = [7, 24, 24, 8, 7] as const;
const ABSENT = '-';

/** The attempts of a scrape as a table: one row for each series that is not zero. */
export function renderAttemptTable(samples: readonly Sample[]): readonly string[] {
  const rows = samples
    .filter(({ name, value }) => name === SERIES && value !== 0)
    .map(({ labels, value }) => [
      ...LABELS.map((label) => labels.get(label) ?? ABSENT),
      value.toLocaleString('en-US'),
    ])
    .sort((one, other) => compareRows(one, other));
  const total = samples
    .filter(({ name }) => name === SERIES)
    .reduce((sum, { value }) => sum + value, 0);
  return [
    renderRow([...LABELS, 'count']),
    renderRow(WIDTHS.map((width) => '-'.repeat(width))),
    ...rows.map(renderRow),
    renderRow(['', '', '', 'total', total.toLocaleString('en-US')]),
  ];
}

/** Successes first, then by reason. */
function compareRows(one: readonly string[], other: readonly string[]): number {
  const [outcome = '', ...rest] = one;
  const [otherOutcome = '', ...otherRest] = other;
  return (
    otherOutcome.localeCompare(outcome) || rest.slice(0, -1).join().localeCompare(otherRest.join())
  );
}

function renderRow(cells: readonly string[]): string {
  const padded = cells.map((cell, column) => {
    const width = WIDTHS[column] ?? 0;
    return column === WIDTHS.length - 1 ? cell.padStart(width) : cell.padEnd(width);
  });
  return padded.join('  ').trimEnd();
}
