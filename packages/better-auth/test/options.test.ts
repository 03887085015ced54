import { createAuthMeter, getDefaultAuthMeter, setDefaultAuthMeter } from '@authmeter/core';
import { LOGINS, SOURCE_FAILURES } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import { authMetrics, observeHandler, type AuthMetricsOptions } from '../src';

const SIGN_IN = 'http://localhost/api/auth/sign-in/email';
const refuse = () => Promise.resolve(new Response(null, { status: 401 }));

describe('options', () => {
  const before = getDefaultAuthMeter();

  afterEach(() => {
    setDefaultAuthMeter(before);
  });

  it('names the function and the option that cannot be used', () => {
    const meter = createAuthMeter();

    expect(() => authMetrics(meter, { trustedHops: -1 })).toThrow(
      'authMetrics: option "trustedHops" is -1; allowed: an integer from 0 to 32',
    );
    const mistyped = { trustedHop: 1 } as AuthMetricsOptions;
    expect(() => observeHandler(refuse, meter, mistyped)).toThrow('trustedHop');
  });

  it('records through the default meter where none is given', async () => {
    const harness = createMetricsHarness();
    setDefaultAuthMeter(createAuthMeter({ meterProvider: harness.meterProvider }));

    await observeHandler(refuse)(new Request(SIGN_IN, { method: 'POST' }));

    expect((await harness.points(LOGINS.name)).map(({ value }) => value)).toEqual([1]);
  });

  it('takes the address that the farthest trusted proxy wrote, masked', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
    const handle = observeHandler(refuse, meter, { trustedHops: 1 });

    await handle(new Request(SIGN_IN, { method: 'POST', headers }));
    await harness.collect();

    expect(await harness.points(SOURCE_FAILURES.name)).toEqual([
      { attributes: { ip_address: '198.51.100.0' }, value: 1 },
    ]);
  });

  it('does not observe a preflight', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });

    const response = await observeHandler(
      refuse,
      meter,
    )(new Request(SIGN_IN, { method: 'OPTIONS' }));

    expect(response.status).toBe(401);
    expect(await harness.points(LOGINS.name)).toEqual([]);
  });
});
