import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const PAGE = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');
const ROW = /^\| <a id="am(\d\d)"><\/a>AM(\d\d) /gm;
/** What core says through `diag`, where it is written down as it is. */
const REPORTED = /(?:reportOnce|ownFailures\.note)\(\s*(?:'\w+',\s*)?'([^']+)'/g;

describe('the troubleshooting page', () => {
  it('gives every row a code of its own, without gaps, and an anchor of the same name', () => {
    const rows = [...PAGE.matchAll(ROW)];

    const codes = rows.map(([, , code]) => Number(code)).sort((a, b) => a - b);
    expect(codes).toEqual(Array.from({ length: codes.length }, (_, index) => index + 1));
    expect(rows.filter(([, anchor, code]) => anchor !== code)).toEqual([]);
    expect(PAGE.match(/^\| AM/gm)).toBeNull();
  });

  it('names every line that core reports', () => {
    const sources = globSync('packages/core/src/**/*.ts', { cwd: ROOT });
    const lines = sources.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(REPORTED)].map(([, line = '']) => line),
    );

    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.filter((line) => !PAGE.includes(`| ${line} `))).toEqual([]);
  });
});
