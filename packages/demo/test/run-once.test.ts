import { ATTEMPTS, AUTH_REASONS } from '@authmeter/core/conventions';
import { runOnce } from '../src/run-once';
import { startDemo } from '../src/start-demo';
import { VISITORS } from '../src/traffic/visitors/visitors';
import { scrapeAndCompare } from '../src/truth/scrape-and-compare';
import { writeToMemory } from './write-to-memory';

// Four hundred requests with their password hashes take a while on a busy machine.
jest.setTimeout(60_000);

const OPTIONS = { ports: [0], seed: 7, collectorUrl: undefined, userIdKey: undefined };

describe('a bounded run', () => {
  it('ends with 0 when the metrics say what the traffic did, and shows failures of every reason', async () => {
    const output = writeToMemory();

    const exitCode = await runOnce(OPTIONS, output);

    const lines = output.text.split('\n');
    const rows = lines.filter((line) => line.startsWith('failure'));
    const reasons = new Set(rows.map((row) => row.split(/ +/)[1]));
    expect(lines.at(-2)).toMatch(/^1\d\d series compared, all equal$/);
    expect([...reasons].sort()).toEqual([...AUTH_REASONS].sort());
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(exitCode).toBe(0);
  });

  it.each([
    ['koa', 100],
    ['nestjs', 100],
    ['better-auth', 55],
  ] as const)('ends with 0 in %s too, after at least %i series', async (framework, atLeast) => {
    const output = writeToMemory();

    const exitCode = await runOnce({ ...OPTIONS, framework }, output);

    const report = output.text.slice(output.text.indexOf('total'));
    expect(report).toMatch(/^\d+ series compared, all equal\n$/m);
    const [, compared] = /^(\d+) series/m.exec(report) ?? [];
    expect(Number(compared)).toBeGreaterThanOrEqual(atLeast);
    expect(exitCode).toBe(0);
  });

  it('finds one attempt that the metrics do not have', async () => {
    const demo = await startDemo(OPTIONS);
    const labels = { outcome: 'success', method: 'ldap' };
    await demo.traffic.play(VISITORS[0]!);
    demo.truth.noteRequest([{ metric: ATTEMPTS, labels }]);

    const { comparison } = await scrapeAndCompare(demo.service.url, demo.truth.series);
    await demo.stop();

    expect(comparison.differences).toEqual([
      {
        series: 'auth_attempts_total{method="ldap",outcome="success"}',
        sent: 1,
        counted: 0,
      },
    ]);
  });

  it('finds one request that was sent behind the back of the truth', async () => {
    const demo = await startDemo(OPTIONS);
    await demo.traffic.play(VISITORS[0]!);
    const { status } = await fetch(`${demo.service.url}/api/profile`, {
      headers: { 'X-Forwarded-For': '203.0.113.200' },
    });

    const { comparison } = await scrapeAndCompare(demo.service.url, demo.truth.series);
    await demo.stop();

    expect(status).toBe(401);
    expect(comparison.differences).toEqual([
      {
        series:
          'auth_attempts_total{error_type="missing_auth",method="jwt",outcome="failure",reason="missing_auth"}',
        sent: 0,
        counted: 1,
      },
      {
        series: 'auth_errors_total{error_type="missing_auth",operation="authenticate"}',
        sent: 0,
        counted: 1,
      },
      { series: 'auth_source_failures_total{ip_address="203.0.113.0"}', sent: 0, counted: 1 },
    ]);
  });
});
