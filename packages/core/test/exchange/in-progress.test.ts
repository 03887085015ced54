import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as authMeterModule from '../../src/auth-meter';
import { createAuthMeter, type AuthMeter } from '../../src/auth-meter';
import { exchangeInProgress, runInExchange } from '../../src/exchange/in-progress';
import { openMeter } from './open-meter';

type AuthMeterModule = typeof authMeterModule;

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });

function openRequest(meter: AuthMeter, request: object = {}) {
  return meter.openExchange(request).exchange;
}

describe('exchangeInProgress', () => {
  it('is none where nothing is observed', () => {
    expect(exchangeInProgress()).toBeUndefined();
    expect(exchangeInProgress({})).toBeUndefined();
  });

  it('is found over the async context', async () => {
    const exchange = openRequest(openMeter().meter);

    const found = await runInExchange(exchange, async () => {
      await nextTurn();
      return exchangeInProgress();
    });

    expect(found).toBe(exchange);
    expect(exchangeInProgress()).toBeUndefined();
  });

  it('is found by its request where the context was lost', () => {
    const request = {};
    const exchange = openRequest(openMeter().meter, request);

    expect(exchangeInProgress(request)).toBe(exchange);
    expect(exchangeInProgress()).toBeUndefined();
  });

  it('prefers the request to the context', () => {
    const { meter } = openMeter();
    const request = {};
    const mine = openRequest(meter, request);
    const another = openRequest(meter);

    const found = runInExchange(another, () => exchangeInProgress(request));

    expect(found).toBe(mine);
  });

  it('is none any more once it has ended', () => {
    const request = {};
    const exchange = openRequest(openMeter().meter, request);

    exchange.end({ status: 200 });

    expect(runInExchange(exchange, () => exchangeInProgress())).toBeUndefined();
    expect(exchangeInProgress(request)).toBeUndefined();
  });

  it('is the one around an operation that has ended', async () => {
    const { meter } = openMeter();
    const exchange = openRequest(meter);
    let callBack: () => void = () => undefined;

    const found = runInExchange(
      exchange,
      () =>
        new Promise((resolve) => {
          meter.observe('token_validate', {}, () => {
            callBack = () => {
              resolve(exchangeInProgress());
            };
            setImmediate(callBack);
          });
        }),
    );

    expect(await found).toBe(exchange);
  });
});

describe('parallel exchanges', () => {
  it('never see each other, however their outcomes interleave', async () => {
    const { meter, counted } = openMeter();
    const run = async (index: number): Promise<boolean> => {
      const exchange = openRequest(meter);
      return runInExchange(exchange, async () => {
        for (let turn = 0; turn < index % 7; turn += 1) await nextTurn();
        const isGood = index % 4 !== 0;
        await meter
          .observe('token_validate', {}, () => (isGood ? nextTurn() : Promise.reject(EXPIRED)))
          .catch(() => undefined);
        await nextTurn();
        if (index % 4 === 1) meter.record({ kind: 'rate_limit', result: 'limited' });
        await nextTurn();
        const isMine = exchangeInProgress() === exchange;
        exchange.end({ status: isGood ? 200 : 401, facts: { method: 'jwt' } });
        return isMine;
      });
    };

    const found = await Promise.all(Array.from({ length: 200 }, (_, index) => run(index)));

    expect(new Set(found)).toEqual(new Set([true]));
    const failed = (errorType: string) => ({
      outcome: 'failure',
      reason: errorType,
      'error.type': errorType,
      value: 50,
    });
    expect(await counted()).toEqual({
      'auth.attempts': [
        { ...failed('expired_token'), method: 'jwt' },
        { ...failed('rate_limited'), method: 'jwt' },
        { outcome: 'success', method: 'jwt', value: 100 },
      ],
      'auth.token.validations': [
        { ...failed('expired_token'), token_type: 'access' },
        { outcome: 'success', token_type: 'access', value: 150 },
      ],
      'auth.rate_limit.requests': [{ limiter: '_OTHER', result: 'limited', value: 50 }],
      'auth.errors': [
        { 'error.type': 'expired_token', operation: 'authenticate', value: 50 },
        { 'error.type': 'rate_limited', operation: 'authenticate', value: 50 },
      ],
    });
  });
});

describe('work after its exchange has ended', () => {
  it('stands for itself', async () => {
    const { meter, counted } = openMeter();
    const exchange = openRequest(meter);

    runInExchange(exchange, () => {
      exchange.end({ status: 200, credentialPresent: true, facts: { method: 'session' } });
      meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
      meter.observe('login', { method: 'passkey' }, () => undefined);
      meter.startAttempt({ method: 'mtls' }).failAs('expired_token');
    });

    expect((await counted())['auth.attempts']).toEqual([
      {
        outcome: 'failure',
        reason: 'expired_token',
        'error.type': 'expired_token',
        method: 'mtls',
        value: 1,
      },
      { outcome: 'success', method: 'jwt', value: 1 },
      { outcome: 'success', method: 'passkey', value: 1 },
      { outcome: 'success', method: 'session', value: 1 },
    ]);
  });

  it.each([
    ['was answered', { status: 404 }],
    ['was given up by its client', { status: 200, isComplete: false }],
  ])('counts the error of a validation that outlives a request that %s', async (_case, ending) => {
    const { meter, counted } = openMeter();
    const exchange = openRequest(meter);
    let reject: (error: unknown) => void = () => undefined;

    const validation = runInExchange(exchange, () =>
      meter.observe('token_validate', {}, () => new Promise((_, failed) => (reject = failed))),
    );
    exchange.end(ending);
    reject(EXPIRED);

    await expect(validation).rejects.toBe(EXPIRED);
    expect(await counted()).toEqual({
      'auth.token.validations': [
        {
          outcome: 'failure',
          reason: 'expired_token',
          'error.type': 'expired_token',
          token_type: 'access',
          value: 1,
        },
      ],
      'auth.errors': [{ 'error.type': 'expired_token', operation: 'token_validate', value: 1 }],
    });
  });
});

describe('two copies of the package', () => {
  function loadCopy(): AuthMeterModule {
    let copy: AuthMeterModule | undefined;
    jest.isolateModules(() => {
      copy = jest.requireActual<AuthMeterModule>('../../src/auth-meter');
    });
    if (copy === undefined) throw new Error('the copy was not loaded');
    return copy;
  }

  it('join one exchange, which is counted once and by the meter that opened it', async () => {
    const { meter, counted } = openMeter();
    const copy = loadCopy();
    const other = openMeter({}, copy.createAuthMeter);
    const request = {};
    const exchange = openRequest(meter, request);

    const joined = other.meter.openExchange(request);
    runInExchange(exchange, () => {
      other.meter.observe('authenticate', { method: 'api_key' }, () => 'u1');
      other.meter.record({ kind: 'attempt', outcome: 'success' });
      other.meter.startAttempt().succeed();
    });
    exchange.end({ status: 200, credentialPresent: false });

    expect(copy.createAuthMeter).not.toBe(createAuthMeter);
    expect(joined).toEqual({ exchange, isOwner: false });
    expect(await other.counted()).toEqual({});
    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'api_key', value: 1 }],
    });
  });
});
