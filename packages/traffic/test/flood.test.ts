import { readBlock } from '../src/docs-page';
import { cellsOf } from '../src/quality/table';
import { runFlood } from '../src/memory/run-flood';

const MOST_BYTES = 2_000_000;

describe('a flood of sources and accounts with names of 8 KB', () => {
  it('leaves at most 2 MB in ledger and detectors, few series, and the heavy ones on top', async () => {
    const result = await runFlood({ events: 40_000, nameCharacters: 8192, plantedAfter: 0.5 });

    expect(result.heldBytes - result.idleMeterBytes).toBeLessThan(MOST_BYTES);
    expect(result.idleMeterBytes).toBeLessThan(MOST_BYTES / 2);
    expect(result.grownAfterFirstTenthBytes).toBeLessThan(MOST_BYTES / 4);
    expect(Math.max(...result.series)).toBeLessThanOrEqual(204);
    expect(result.sourcesFound).toBe(10);
    expect(result.accountsFound).toBe(10);
    expect(result.sourceSeriesFound).toBe(10);
  }, 60_000);

  it('is documented in its full length, within the same bounds', () => {
    const rows = cellsOf(readBlock('memory'));

    expect(rows).toHaveLength(3);
    for (const [, , , , ledgerAndDetectors] of rows) {
      expect(Number.parseFloat(ledgerAndDetectors ?? '')).toBeLessThan(MOST_BYTES / 1e6);
    }
    expect(readBlock('memory').match(/10 of 10/g)).toHaveLength(6);
  });
});
