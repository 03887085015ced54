import { createAuthMeter, runInExchange } from '@authmeter/core';
import {
  ATTEMPTS,
  ERRORS,
  LOGINS,
  RATE_LIMIT_REQUESTS,
  REGISTRATIONS,
} from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import { observeHandler } from '../src';
import { ADA, closeAll, startAuth } from './start-auth';

const LIMITED = {
  outcome: 'failure',
  reason: 'rate_limited',
  'error.type': 'rate_limited',
  method: 'password',
};
const WRONG = {
  outcome: 'failure',
  reason: 'invalid_credentials',
  'error.type': 'invalid_credentials',
  method: 'password',
};
const RATE_LIMIT = {
  enabled: true,
  window: 60,
  max: 100,
  customRules: { '/sign-in/email': { window: 60, max: 1 } },
};

describe('the wrapped handler', () => {
  afterEach(closeAll);

  it("counts what Better Auth's own limiter refuses, which no plugin sees", async () => {
    const running = await startAuth({
      auth: { rateLimit: RATE_LIMIT },
      meter: { limiters: ['better-auth'] },
    });
    const client = running.createClient();

    await client.send('/sign-in/email', ADA);
    const refused = await client.send('/sign-in/email', ADA);

    expect(refused.status).toBe(429);
    expect(await running.points(LOGINS)).toEqual([
      [WRONG, 1],
      [LIMITED, 1],
    ]);
    expect(await running.points(RATE_LIMIT_REQUESTS)).toEqual([
      [{ limiter: 'better-auth', result: 'allowed' }, 1],
      [{ limiter: 'better-auth', result: 'limited' }, 1],
    ]);
  });

  it('throws what the handler throws and counts it as a fault of the host', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    const failure = new Error('no base URL');
    const handle = observeHandler(() => Promise.reject(failure), meter);

    const request = new Request('http://localhost/api/auth/sign-in/email', { method: 'POST' });
    await expect(handle(request)).rejects.toBe(failure);

    expect((await harness.points(LOGINS.name)).map(({ attributes }) => attributes)).toEqual([
      {
        outcome: 'failure',
        reason: 'internal_error',
        'error.type': 'internal_error',
        method: 'password',
      },
    ]);
  });
});

describe('a request that something around observes', () => {
  afterEach(closeAll);

  it('is counted once, when what is around it ends', async () => {
    const { auth, meter, origin, points } = await startAuth();
    const { exchange } = meter.openExchange({});
    const request = new Request(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADA),
    });

    const handle = observeHandler(auth.handler, meter);
    const { status } = await runInExchange(exchange, () => handle(request));
    expect(status).toBe(401);
    expect(await points(LOGINS)).toEqual([]);
    exchange.end({ status });

    expect(await points(LOGINS)).toEqual([[WRONG, 1]]);
    expect(await points(ATTEMPTS)).toEqual([[WRONG, 1]]);
  });
});

describe('the plugin by itself', () => {
  afterEach(closeAll);

  it('counts over HTTP without the wrapper too', async () => {
    const running = await startAuth({ isWrapped: false });
    const client = running.createClient();

    await client.send('/sign-up/email', ADA);
    await client.send('/sign-in/email', { ...ADA, password: 'wrong' });

    expect(await running.points(REGISTRATIONS)).toEqual([
      [{ outcome: 'success', method: 'password' }, 1],
    ]);
    expect(await running.points(LOGINS)).toEqual([[WRONG, 1]]);
  });

  it('counts what is called in process as what it is', async () => {
    const { auth, points } = await startAuth();
    const signIn = (password: string) =>
      auth.api['signInEmail']?.({ body: { email: ADA.email, password } });

    await auth.api['signUpEmail']?.({ body: ADA });
    await signIn(ADA.password);
    await expect(signIn('wrong')).rejects.toMatchObject({ statusCode: 401 });
    await auth.api['getSession']?.({ headers: new Headers() });

    expect(await points(REGISTRATIONS)).toEqual([[{ outcome: 'success', method: 'password' }, 1]]);
    const logins = [
      [WRONG, 1],
      [{ outcome: 'success', method: 'password' }, 1],
    ];
    expect(await points(LOGINS)).toEqual(logins);
    expect(await points(ATTEMPTS)).toEqual(logins);
  });

  it('leaves a call in process to the request around it, which counts it once', async () => {
    const { auth, meter, points } = await startAuth();
    await auth.api['signUpEmail']?.({ body: ADA });
    const { exchange } = meter.openExchange({});

    await runInExchange(exchange, () => auth.api['signInEmail']?.({ body: ADA }));
    expect(await points(LOGINS)).toEqual([]);
    exchange.end({ status: 200 });

    expect(await points(LOGINS)).toEqual([[{ outcome: 'success', method: 'password' }, 1]]);
    expect(await points(ERRORS)).toEqual([]);
  });
});
