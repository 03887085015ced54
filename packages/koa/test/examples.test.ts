import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  SECRETS,
  startExample,
  startOtlpSink,
  type RunningExample,
} from '@authmeter/adapter-contract';
import { sign, type SignOptions } from 'jsonwebtoken';

const EXAMPLES = join(__dirname, '../examples');

describe('the examples of the docs', () => {
  it.each(['pull.mjs', 'pull.cjs'])(
    '%s serves what pull.first.txt and pull.scrape.txt show',
    async (file) => {
      const example = await startExample(join(EXAMPLES, file));

      const first = await get(example, '/me');
      const firstScrape = await scrapeOf(example);
      const answers = [
        await get(example, '/me', bearer(token())),
        await get(example, '/me', bearer(token({ expiresIn: -60 }))),
        await get(example, '/me', bearer(token({}, 'a secret of somebody else'))),
        await get(example, '/me', bearer(token({ algorithm: 'HS512' }))),
        await get(example, '/me', bearer(token({ notBefore: 300 }))),
        await get(example, '/me', bearer('no-token')),
      ];
      const scrape = await scrapeOf(example);

      await example.stop();
      expect(`${first}\n${linesOf(firstScrape, ['auth_attempts_total'])}`).toBe(
        readExample('pull.first.txt'),
      );
      expect(answers).toEqual([200, 401, 401, 401, 401, 401]);
      expect(linesOf(scrape, ['auth_attempts_total'])).toBe(readExample('pull.scrape.txt'));
    },
  );

  it('otlp.mjs pushes what otlp.point.json shows when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint };
    const example = await startExample(join(EXAMPLES, 'otlp.mjs'), environment);

    const answer = await get(example, '/me');
    await example.stop();

    const counted = sink.points('auth.attempts').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(answer).toBe(401);
    expect(counted).toEqual([expect.objectContaining(JSON.parse(readExample('otlp.point.json')))]);
  });

  it('service.mjs counts each request once, as service.scrape.txt shows', async () => {
    const example = await startExample(join(EXAMPLES, 'service.mjs'));

    const answers = [
      await logIn(example, 'correct horse'),
      await logIn(example, 'wrong'),
      await logIn(example, 'wrong'),
      await logIn(example, 'wrong'),
      await get(example, '/me', bearer(token())),
      await get(example, '/me'),
    ];
    // Series of the ledger are born at zero and show their counts at the next scrape.
    await scrapeOf(example);
    const scrape = await scrapeOf(example);

    await example.stop();
    expect(answers).toEqual([200, 401, 401, 429, 200, 401]);
    const shown = [
      'auth_attempts_total',
      'auth_logins_total',
      'auth_rate_limit',
      'auth_source_failures_total',
      'auth_account_failures_total',
    ];
    expect(linesOf(scrape, shown)).toBe(readExample('service.scrape.txt'));
  });
});

function token(options: SignOptions = {}, secret = SECRETS.JWT_SECRET): string {
  return sign({ sub: 'u-1' }, secret, { expiresIn: 600, ...options });
}

function bearer(value: string): Record<string, string> {
  return { authorization: `Bearer ${value}` };
}

async function get(
  { url }: RunningExample,
  path: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const response = await fetch(url + path, { headers });
  await response.arrayBuffer();
  return response.status;
}

async function logIn({ url }: RunningExample, password: string): Promise<number> {
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'ada', password }),
  });
  await response.arrayBuffer();
  return response.status;
}

async function scrapeOf({ url }: RunningExample): Promise<string> {
  const response = await fetch(`${url}/metrics`, { headers: bearer(SECRETS.METRICS_TOKEN) });
  return response.text();
}

/** The series of a scrape that begin with one of the names and are not at zero, a line each. */
function linesOf(scrape: string, names: readonly string[]): string {
  const lines = scrape
    .split('\n')
    .filter((line) => names.some((name) => line.startsWith(name)) && !line.endsWith(' 0'));
  return lines.map((line) => `${line}\n`).join('');
}

function readExample(file: string): string {
  return readFileSync(join(EXAMPLES, file), 'utf8');
}
