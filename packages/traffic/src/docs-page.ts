import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The same number of folders up from src and from dist.
const PAGE = join(__dirname, '../../../docs/detectors.md');

function marks(block: string): readonly [begin: string, end: string] {
  return [`<!-- measured: ${block} -->`, `<!-- end: ${block} -->`];
}

/** What stands between the marks of a block of docs/detectors.md. */
export function readBlock(block: string): string {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = marks(block);
  const from = page.indexOf(begin);
  const until = page.indexOf(end);
  if (from === -1 || until < from) throw new Error(`docs/detectors.md has no block ${block}`);
  return page.slice(from + begin.length, until).trim();
}

/** Puts what was measured between the marks of a block. */
export function writeBlock(block: string, text: string): void {
  const [begin, end] = marks(block);
  const before = readBlock(block);
  const page = readFileSync(PAGE, 'utf8');
  const from = page.indexOf(begin) + begin.length;
  const rest = page.slice(page.indexOf(end));
  if (before !== text) writeFileSync(PAGE, `${page.slice(0, from)}\n\n${text}\n\n${rest}`);
}
