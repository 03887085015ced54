import { join } from 'node:path';
import { metrics } from '@opentelemetry/api';
import { createMetricsHarness } from '@authmeter/testkit';

const EXAMPLE = join(__dirname, '../../getting-started/record.mjs');

describe('record.mjs of the docs', () => {
  const harness = createMetricsHarness();

  afterAll(async () => {
    metrics.disable();
    await harness.shutdown();
  });

  it('counts logins and lockouts and returns what the host returns', async () => {
    metrics.setGlobalMeterProvider(harness.meterProvider);
    const { logIn, lockAccount } = await import(EXAMPLE);

    const accepted = await logIn('ada', 'right', () => Promise.resolve({ id: 'u-1' }));
    const refused = await logIn('ada', 'wrong', () => Promise.resolve(null));
    lockAccount('u-1');

    expect([accepted, refused]).toEqual([{ id: 'u-1' }, null]);
    const collected = await harness.collect();
    const failure = {
      outcome: 'failure',
      reason: 'invalid_credentials',
      'error.type': 'invalid_credentials',
      method: 'password',
    };
    expect(collected.points('auth.logins')).toEqual([
      { attributes: failure, value: 1 },
      { attributes: { outcome: 'success', method: 'password' }, value: 1 },
    ]);
    expect(collected.points('auth.lockouts')).toEqual([
      { attributes: { cause: 'max_retries', transition: 'locked' }, value: 1 },
    ]);
  });
});
