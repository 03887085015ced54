import type { TableModel } from '../blocks/models';

const NEEDS_QUOTES = /[",\n]/;
/** A spreadsheet would run these as a formula. */
const FORMULA = /^[=+@-]/;

/** A table as CSV with a line of headings. Source: RFC 4180. */
export function csvOf({ columns, rows }: TableModel): string {
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  const plain = cell.replaceAll('\u202f', '');
  const safe = FORMULA.test(plain) && Number.isNaN(Number(plain)) ? `'${plain}` : plain;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
