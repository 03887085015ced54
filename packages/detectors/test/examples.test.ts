import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metrics } from '@opentelemetry/api';
import { createMetricsHarness } from '@authmeter/testkit';
import type { AuthMeter } from '@authmeter/core';
import { writeDatabase } from './geo/write-database';

const EXAMPLES = join(__dirname, '../examples');

describe('detect.mjs of the docs', () => {
  const harness = createMetricsHarness();

  afterAll(async () => {
    metrics.disable();
    await harness.shutdown();
    delete process.env['AUTH_USER_ID_KEY'];
  });

  it('locks an account that is guessed at, says so in the event, and lists who attacks', async () => {
    metrics.setGlobalMeterProvider(harness.meterProvider);
    process.env['AUTH_USER_ID_KEY'] = 'a key of sixteen or more';
    const { logIn, whoIsAttacking } = (await import(join(EXAMPLES, 'detect.mjs'))) as {
      logIn: (name: string, password: string, source: string, check: () => boolean) => boolean;
      whoIsAttacking: () => Record<'now' | 'sources' | 'accounts', readonly object[]>;
    };
    for (let count = 0; count < 15; count += 1) logIn('ada', 'wrong', '203.0.113.9', () => false);
    const withTheRightPassword = logIn('ada', 'right', '203.0.113.9', () => true);

    expect(withTheRightPassword).toBe(false);
    expect(whoIsAttacking()).toMatchObject({
      now: [{ kind: 'brute_force', failedAttempts: 16 }],
      sources: [{ name: '203.0.113.0', failures: 16, certainFailures: 16 }],
      accounts: [{ failures: 16 }],
    });
    expect(await harness.points('auth.security.events')).toEqual([
      { attributes: { event: 'brute_force', severity: 'critical' }, value: 1 },
    ]);
  });
});

describe('travel.mjs of the docs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-travel-'));
  const harness = createMetricsHarness();

  afterAll(async () => {
    metrics.disable();
    await harness.shutdown();
    rmSync(folder, { recursive: true });
  });

  it('finds an account that is in two places, and counts countries', async () => {
    const file = join(folder, 'City.mmdb');
    const place = (latitude: number, longitude: number) => ({ location: { latitude, longitude } });
    const database = writeDatabase({
      '203.0.113.0/24': { ...place(-23.55, -46.63), country: { iso_code: 'BR' } },
      '198.51.100.0/24': { ...place(52.37, 4.89), country: { iso_code: 'NL' } },
    });
    writeFileSync(file, database);
    metrics.setGlobalMeterProvider(harness.meterProvider);
    const { createMeter } = (await import(join(EXAMPLES, 'travel.mjs'))) as {
      createMeter: (file: string) => Promise<AuthMeter>;
    };
    const meter = await createMeter(file);
    for (const sourceAddress of ['203.0.113.9', '198.51.100.9']) {
      meter.record({ kind: 'login', outcome: 'success', accountId: 'ada', sourceAddress });
    }

    expect(await harness.points('auth.source.countries')).toHaveLength(2);
    expect(await harness.points('auth.security.events')).toEqual([
      { attributes: { event: 'impossible_travel', severity: 'warn' }, value: 1 },
    ]);
  });
});
