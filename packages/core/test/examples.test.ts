import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const EXAMPLES = join(__dirname, '../examples');
const run = promisify(execFile);

describe('places.mjs of the docs', () => {
  it('prints what the page shows', async () => {
    const { stdout } = await run(process.execPath, [join(EXAMPLES, 'places.mjs')]);

    const shown = ['places.prices.txt', 'places.flood.txt'];
    const expected = shown.map((file) => readFileSync(join(EXAMPLES, file), 'utf8')).join('');
    expect(stdout).toBe(expected);
  });
});
