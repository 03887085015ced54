import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const CODE = /AM\d\d/g;

const codesIn = (text: string) => [...text.matchAll(CODE)].map(([code]) => code);

describe('the codes', () => {
  it('that page and server name are in the troubleshooting table, where links lead', () => {
    const table = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');
    const sources = globSync('packages/live/src/**/*.ts', { cwd: ROOT });

    const named = new Set(
      sources.flatMap((file) => codesIn(readFileSync(join(ROOT, file), 'utf8'))),
    );
    const missing = [...named].filter(
      (code) => !table.includes(`<a id="${code.toLowerCase()}"></a>${code}`),
    );
    expect(named.size).toBeGreaterThanOrEqual(6);
    expect(missing).toEqual([]);
  });
});
