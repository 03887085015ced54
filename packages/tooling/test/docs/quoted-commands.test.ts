import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AUTH_REASONS, AUTH_ERROR_TYPES, METRIC_CATALOGUE } from '@authmeter/core/conventions';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../../..');
/** A command of Node's in a code block, and the block behind it that shows what it prints. */
const COMMAND_AND_OUTPUT = /```sh\nnode (-[pe]) "\n([^`]*)"\n```[^]*?```text\n([^`]*)```/g;

function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

describe('the numbers in the docs', () => {
  it('are those that the commands beside them print', async () => {
    const page = readPage('docs/privacy-and-cardinality.md');
    const quoted = [...page.matchAll(COMMAND_AND_OUTPUT)];

    const printed = await Promise.all(
      quoted.map(([, flag = '', script = '']) =>
        run(process.execPath, [flag, script], { cwd: ROOT }),
      ),
    );

    expect(quoted).toHaveLength(1);
    expect(printed.map(({ stdout }) => stdout)).toEqual(quoted.map(([, , , output]) => output));
  });

  it('name the same sum everywhere', () => {
    const sum = /\| Default options +\| (\d+)/.exec(readPage('docs/metrics.md'))?.[1];
    const written = Number(sum).toLocaleString('en');

    expect(sum).toMatch(/^\d+$/);
    expect(readPage('README.md')).toContain(`at most ${written} attribute sets`);
    expect(readPage('CHANGELOG.md')).toContain(`at most ${written} attribute sets`);
    expect(readPage('docs/privacy-and-cardinality.md')).toContain(`[ 100, ${sum ?? ''} ]`);
  });

  it('count metrics, reasons and error types as the conventions have them', () => {
    const [metrics, reasons, types] = [METRIC_CATALOGUE, AUTH_REASONS, AUTH_ERROR_TYPES].map(
      ({ length }) => String(length),
    );

    expect(readPage('README.md')).toContain(`**${metrics ?? ''} metrics**`);
    expect(readPage('README.md')).toContain(
      `${reasons ?? ''} reasons to alert on, ${types ?? ''} precise types`,
    );
    expect(readPage('packages/core/README.md')).toContain(`A meter with ${metrics ?? ''} metrics`);
    expect(readPage('packages/core/README.md')).toContain(
      `one of ${types ?? ''} error types and one of ${reasons ?? ''} reasons`,
    );
    expect(readPage('docs/concepts.md')).toMatch(
      new RegExp(`\\| values +\\| ${reasons ?? ''} +\\| ${types ?? ''} `),
    );
  });
});
