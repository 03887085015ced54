import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SECRETS, startExample } from '@authmeter/adapter-contract';
import { AUDIT_FORMATS } from '../src';
import { createOtlpServer } from './delivery/otlp-server';

const EXAMPLES = join(__dirname, '../examples');
const run = promisify(execFile);

describe('the examples of the docs', () => {
  it('log-records.mjs delivers the events of logins when it is told to stop', async () => {
    const collector = await createOtlpServer();
    const example = await startExample(join(EXAMPLES, 'log-records.mjs'), {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
      PASSWORD: 'correct horse',
    });
    const logIn = async (password: string) => {
      const { status } = await fetch(`${example.url}/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'ada', password }),
      });
      return status;
    };
    const answers = [await logIn('wrong'), await logIn('correct horse')];
    await example.stop();

    expect(answers).toEqual([401, 204]);
    expect(collector.received.flat()).toEqual(['auth.login.failure', 'auth.login.success']);
    await collector.stop();
  }, 30_000);

  it.each(AUDIT_FORMATS)(
    'lines.mjs writes what lines.%s.jsonl shows',
    async (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'authmeter-lines-'));
      const file = join(folder, 'audit.jsonl');
      await run(process.execPath, [join(EXAMPLES, 'lines.mjs')], {
        env: { ...process.env, ...SECRETS, AUDIT_FILE: file, AUDIT_FORMAT: format },
      });
      const written = readFileSync(file, 'utf8');
      rmSync(folder, { recursive: true });

      expect(atOneTime(written)).toBe(
        atOneTime(readFileSync(join(EXAMPLES, `lines.${format}.jsonl`), 'utf8')),
      );
    },
    30_000,
  );
});

/** The instant is all that differs between two runs. */
function atOneTime(lines: string): string {
  return lines
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"2026-01-15T14:20:35.123Z"')
    .replaceAll(/"time":\d{13}/g, '"time":1768486835123');
}
