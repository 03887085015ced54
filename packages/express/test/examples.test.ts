import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type RunningExample,
  SECRETS,
  startExample,
  startOtlpSink,
} from '@authmeter/adapter-contract';
import { sign, type SignOptions } from 'jsonwebtoken';

const EXAMPLES = join(__dirname, '../examples');
const JSON_BODY = { 'content-type': 'application/json' };
const BEHIND_PROXY = { 'x-forwarded-for': '203.0.113.9' };

describe('the examples of the docs', () => {
  it.each(['pull.mjs', 'pull.cjs'])(
    '%s serves what pull.first.txt and pull.scrape.txt show',
    async (file) => {
      const example = await startExample(join(EXAMPLES, file));

      const first = await get(example, '/me');
      const firstScrape = await scrapeOf(example, '/metrics');
      const answers = [
        await get(example, '/me', bearer(token({ sub: 'u-1' }))),
        await get(example, '/me', bearer(token({ sub: 'u-1' }, { expiresIn: -60 }))),
        await get(example, '/me', bearer(token({ sub: 'u-1' }, {}, 'a secret of somebody else'))),
        await get(example, '/me', bearer(token({ sub: 'u-1' }, { algorithm: 'HS512' }))),
        await get(example, '/me', bearer(token({ sub: 'u-1' }, { notBefore: 300 }))),
        await get(example, '/me', bearer('no-token')),
      ];
      const scrape = await scrapeOf(example, '/metrics');

      await example.stop();
      expect(`${first}\n${linesOf(firstScrape, ['auth_attempts_total'])}`).toBe(
        readExample('pull.first.txt'),
      );
      expect(answers).toEqual([200, 401, 401, 401, 401, 401]);
      expect(linesOf(scrape, ['auth_attempts_total'])).toBe(readExample('pull.scrape.txt'));
    },
  );

  it('pull.mjs refuses a scrape without the token, and counts no attempt for it', async () => {
    const example = await startExample(join(EXAMPLES, 'pull.mjs'));

    const refused = await get(example, '/metrics');
    const scrape = await scrapeOf(example, '/metrics');

    await example.stop();
    expect(refused).toBe(401);
    expect(linesOf(scrape, ['auth_'])).toBe('');
    expect(scrape.match(/^auth_/gm)).toHaveLength(281);
    expect(scrape).toContain(
      'auth_attempts_total{outcome="failure",reason="missing_auth",error_type="missing_auth",method="jwt"} 0\n',
    );
  });

  it('otlp.mjs pushes what otlp.point.json shows when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const example = await startExample(join(EXAMPLES, 'otlp.mjs'), {
      OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint,
    });

    const answer = await get(example, '/me');
    await example.stop();

    const counted = sink.points('auth.attempts').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(answer).toBe(401);
    expect(counted).toEqual([
      {
        startTimeUnixNano: expect.any(String),
        timeUnixNano: expect.any(String),
        ...JSON.parse(readExample('otlp.point.json')),
      },
    ]);
  });

  it('service.mjs counts each request once, as service.scrape.txt shows', async () => {
    const example = await startExample(join(EXAMPLES, 'service.mjs'));

    const answers = [
      await logIn(example, '/login', 'correct horse'),
      await logIn(example, '/login', 'wrong'),
      await logIn(example, '/login', 'wrong'),
      await logIn(example, '/login', 'wrong'),
      await logIn(example, '/web/login', 'correct horse'),
      await logIn(example, '/web/login', 'wrong'),
      await get(example, '/admin', bearer(token({ sub: 'u-1' }))),
      await get(example, '/admin', bearer(token({ sub: 'u-2' }))),
      await get(example, '/admin', bearer(token({ sub: 'u-1' }, { expiresIn: -60 }))),
      await get(example, '/invoices', { 'x-api-key': 'key-of-ada' }),
      await get(example, '/invoices', { 'x-api-key': 'a guess' }),
      await get(example, '/invoices'),
      await post(example, '/logout', bearer(token({ sub: 'u-1' }))),
      await get(example, '/auth/health'),
    ];
    // Series of the ledger are born at zero and show their counts at the next scrape.
    await scrapeOf(example, '/metrics');
    const scrape = await scrapeOf(example, '/metrics');

    await example.stop();
    expect(answers).toEqual([200, 401, 401, 429, 302, 302, 200, 403, 401, 200, 401, 401, 204, 200]);
    const shown = [
      'auth_attempts_total',
      'auth_logins_total',
      'auth_logouts_total',
      'auth_authorizations_total',
      'auth_rate_limit',
      'auth_source_failures_total',
      'auth_account_failures_total',
      'auth_users_active',
      'auth_dependency_up',
    ];
    expect(linesOf(scrape, shown)).toBe(readExample('service.scrape.txt'));
  });

  it('service.mjs serves its metrics where METRICS_PATH says, empty with METRICS_ENABLED=false', async () => {
    const environment = { METRICS_PATH: 'internal/metrics', METRICS_ENABLED: 'false' };
    const example = await startExample(join(EXAMPLES, 'service.mjs'), environment);

    const answer = await get(example, '/invoices');
    const scrape = await scrapeOf(example, '/internal/metrics');

    await example.stop();
    expect(answer).toBe(401);
    expect(scrape).toContain('target_info');
    expect(scrape).not.toContain('auth_');
  });
});

function token(claims: object, options: SignOptions = {}, secret = SECRETS.JWT_SECRET): string {
  return sign(claims, secret, { expiresIn: 600, ...options });
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

async function post(
  { url }: RunningExample,
  path: string,
  headers: Record<string, string>,
  body = '{}',
): Promise<number> {
  const request = { method: 'POST', redirect: 'manual', headers, body } as const;
  const response = await fetch(url + path, request);
  await response.arrayBuffer();
  return response.status;
}

function logIn(example: RunningExample, path: string, password: string): Promise<number> {
  const body = JSON.stringify({ name: 'ada', password });
  return post(example, path, { ...JSON_BODY, ...BEHIND_PROXY }, body);
}

async function scrapeOf({ url }: RunningExample, path: string): Promise<string> {
  const response = await fetch(url + path, { headers: bearer(SECRETS.METRICS_TOKEN) });
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
