import { writeBlock } from './docs-page';
import type { FloodOptions, FloodResult } from './memory/flood';
import { runFlood } from './memory/run-flood';
import { table } from './quality/table';

const FLOODS: readonly FloodOptions[] = [
  { events: 1_000_000, nameCharacters: 20, plantedAfter: 0 },
  { events: 1_000_000, nameCharacters: 8192, plantedAfter: 0 },
  { events: 1_000_000, nameCharacters: 8192, plantedAfter: 0.5 },
];

/** Measures what meter and detectors hold after a flood, and writes it into docs/detectors.md. */
async function main(): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const flood of FLOODS) {
    process.stdout.write(`${JSON.stringify(flood)}\n`);
    rows.push(row(flood, await runFlood(flood)));
  }
  const head = [
    'Names',
    'Planted ones begin',
    'Held in all',
    'by an idle meter and its SDK',
    'by ledger and detectors',
    'grown after the first tenth',
    'Series of sources and accounts',
    'Top 10 sources',
    'Top 10 accounts',
  ];
  writeBlock('memory', table(head, rows));
}

function row(flood: FloodOptions, result: FloodResult): readonly string[] {
  return [
    `${flood.nameCharacters.toLocaleString('en-US')} characters`,
    flood.plantedAfter === 0 ? 'at once' : 'half-way',
    `${megabytes(result.heldBytes)} MB`,
    `${megabytes(result.idleMeterBytes)} MB`,
    `${megabytes(result.heldBytes - result.idleMeterBytes)} MB`,
    `${megabytes(result.grownAfterFirstTenthBytes)} MB`,
    `${String(result.series[0])} to ${String(result.series.at(-1))}`,
    `${String(result.sourcesFound)} of 10`,
    `${String(result.accountsFound)} of 10`,
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

void main();
