import { createFakeClock } from '@authmeter/testkit';
import type { Judgement, VerdictFacts } from '../../src/exchange/exchange-facts';
import { openMeter } from './open-meter';

const LOGIN = { outcome: 'success', method: 'password', value: 1 };
const REFUSED = {
  outcome: 'failure',
  reason: 'account_restricted',
  'error.type': 'account_locked',
  method: 'password',
  value: 1,
};
const REFUSED_LOGIN = {
  'auth.attempts': [REFUSED],
  'auth.logins': [REFUSED],
  'auth.errors': [{ 'error.type': 'account_locked', operation: 'login', value: 1 }],
};
const LOCKED = Object.assign(new Error('no'), { status: 423 });

describe('observe', () => {
  it('counts a login that returns', async () => {
    const { meter, counted } = openMeter();
    const account = { id: 'u1' };

    const result = meter.observe('login', {}, () => account);

    expect(result).toBe(account);
    expect(await counted()).toEqual({ 'auth.attempts': [LOGIN], 'auth.logins': [LOGIN] });
  });

  it('counts a login that resolves, when it does', async () => {
    const { meter, counted } = openMeter();
    const account = { id: 'u1' };
    let resolve: (value: typeof account) => void = () => undefined;

    const promise = meter.observe('login', {}, () => new Promise((done) => (resolve = done)));
    const before = await counted();
    resolve(account);

    expect(before).toEqual({});
    await expect(promise).resolves.toBe(account);
    expect(await counted()).toEqual({ 'auth.attempts': [LOGIN], 'auth.logins': [LOGIN] });
  });

  it.each([
    [
      'throws',
      (): never => {
        throw LOCKED;
      },
    ],
    ['rejects', () => Promise.reject(LOCKED)],
    [
      'rejects later',
      async () => {
        await Promise.resolve();
        throw LOCKED;
      },
    ],
    [
      'is a thenable that rejects',
      (): PromiseLike<never> => ({
        then: (done, failed) => Promise.reject(LOCKED).then(done, failed),
      }),
    ],
  ])('counts a login that %s, and passes the very error on', async (_case, run) => {
    const { meter, counted } = openMeter();

    const outcome = async (): Promise<unknown> => meter.observe<unknown>('login', {}, run);

    await expect(outcome()).rejects.toBe(LOCKED);
    expect(await counted()).toEqual(REFUSED_LOGIN);
  });

  it('measures a declared operation from its start to its end', async () => {
    const clock = createFakeClock(1_700_000_000_000);
    const { meter, measured } = openMeter({ clock });

    await meter.observe('login', {}, async () => {
      clock.advance(300);
      await Promise.resolve();
    });

    expect(await measured('auth.operation.duration.seconds')).toMatchObject([
      { attributes: { operation: 'login', outcome: 'success' }, count: 1, sum: 0.3 },
    ]);
  });

  it('counts an authentication as an attempt and as nothing else', async () => {
    const { meter, counted } = openMeter();

    meter.observe('authenticate', { method: 'mtls' }, () => true);

    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'mtls', value: 1 }],
    });
  });
});

describe('observe with a judge', () => {
  it.each<readonly [string, Judgement]>([
    ['its type', { outcome: 'failure', errorType: 'account_locked' }],
    ['its error', { outcome: 'failure', error: LOCKED }],
  ])('counts a refusal that is returned, by %s', async (_case, judgement) => {
    const { meter, counted } = openMeter();
    const judge = (result: boolean): Judgement | undefined => (result ? undefined : judgement);

    const result = meter.observe('login', { judge }, () => false);

    expect(result).toBe(false);
    expect(await counted()).toEqual(REFUSED_LOGIN);
  });

  it('judges what a promise resolves to', async () => {
    const { meter, counted } = openMeter();
    const seen: unknown[] = [];
    const judge = (result: number): Judgement | undefined => {
      seen.push(result);
      return { outcome: 'failure', errorType: 'account_locked' };
    };

    await expect(meter.observe('login', { judge }, () => Promise.resolve(7))).resolves.toBe(7);
    expect(seen).toEqual([7]);
    expect(await counted()).toEqual(REFUSED_LOGIN);
  });

  it('is a success when the judge says nothing', async () => {
    const { meter, counted } = openMeter();

    meter.observe('login', { judge: () => undefined }, () => null);

    expect(await counted()).toEqual({ 'auth.attempts': [LOGIN], 'auth.logins': [LOGIN] });
  });

  it('is not asked about an operation that threw', async () => {
    const { meter, counted } = openMeter();
    const judge = jest.fn(() => 'success' as const);
    const run = (): never => {
      throw LOCKED;
    };

    expect(() => meter.observe('login', { judge }, run)).toThrow(LOCKED);
    expect(judge).not.toHaveBeenCalled();
    expect(await counted()).toEqual(REFUSED_LOGIN);
  });
});

describe('observe with callbacks that throw', () => {
  const fail = (): never => {
    throw new Error('a bug of the host');
  };
  const FAILED_ONCE = { 'auth.instrumentation.failures': [{ component: 'adapter', value: 1 }] };

  it.each([
    ['judge', { judge: fail }],
    ['identify', { identify: fail }],
  ])('counts the operation all the same when %s throws', async (_case, facts) => {
    const { meter, counted } = openMeter();

    expect(meter.observe('login', facts, () => 'token')).toBe('token');
    await expect(meter.observe('login', facts, () => Promise.resolve('t'))).resolves.toBe('t');
    expect(await counted()).toEqual({
      'auth.attempts': [{ ...LOGIN, value: 2 }],
      'auth.logins': [{ ...LOGIN, value: 2 }],
      'auth.instrumentation.failures': [{ component: 'adapter', value: 2 }],
    });
  });

  it('keeps what identify says when the judge throws', async () => {
    const { meter, counted } = openMeter();
    const identify = (): VerdictFacts => ({ method: 'oauth' });

    meter.observe('authenticate', { judge: fail, identify }, () => 'token');

    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'oauth', value: 1 }],
      ...FAILED_ONCE,
    });
  });
});

describe('observe with facts', () => {
  it('records the token that identify read, and its method', async () => {
    const clock = createFakeClock(1_700_000_000_000);
    const { meter, counted, measured } = openMeter({ clock });
    const token = { issuedAtEpochSeconds: 1_699_999_910, expiresAtEpochSeconds: 1_700_000_040 };

    meter.observe('authenticate', { identify: () => ({ method: 'oidc', token }) }, () => 1);

    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'oidc', value: 1 }],
    });
    expect(await measured('auth.token.age.seconds')).toMatchObject([
      { attributes: { method: 'oidc' }, count: 1, sum: 90 },
    ]);
    expect(await measured('auth.token.remaining_lifetime.seconds')).toMatchObject([
      { attributes: { method: 'oidc' }, count: 1, sum: 40 },
    ]);
  });

  it('passes details of the operation on', async () => {
    const { meter, counted } = openMeter({ providers: ['github'], policies: ['admin'] });

    meter.observe('oauth_start', { provider: 'github' }, () => 1);
    meter.observe('mfa_verify', { factor: 'webauthn' }, () => 1);
    meter.observe('authorize', { policy: 'admin' }, () => 1);
    meter.observe('password_reset', { event: 'completed' }, () => 1);

    expect(await counted()).toEqual({
      'auth.oauth.steps': [{ step: 'start', outcome: 'success', provider: 'github', value: 1 }],
      'auth.mfa.challenges': [
        { factor: 'webauthn', stage: 'verified', outcome: 'success', value: 1 },
      ],
      'auth.authorizations': [{ outcome: 'success', policy: 'admin', value: 1 }],
      'auth.password_reset.events': [{ event: 'completed', value: 1 }],
    });
  });
});
