import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('nameSkipped', () => {
  it('names the tests that were skipped, and no others', async () => {
    const { nameSkipped } = await import('../name-skipped.mjs');
    const folder = mkdtempSync(join(tmpdir(), 'skipped-'));
    const path = join(folder, 'jest.json');
    const assertionResults = [
      { status: 'passed', fullName: 'counts one attempt' },
      {
        status: 'pending',
        fullName: 'every way out (skipped: prometheus is not installed) is one',
      },
    ];
    writeFileSync(path, JSON.stringify({ testResults: [{ assertionResults }] }));

    const named = nameSkipped(path);
    rmSync(folder, { recursive: true });

    expect(named).toEqual(['every way out (skipped: prometheus is not installed) is one']);
  });
});
