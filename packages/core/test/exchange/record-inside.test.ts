import type { CountedObservation } from '../../src/model/auth-observer';
import type { AuthObservation } from '../../src/model/auth-observation';
import { createFakeClock } from '@authmeter/testkit';
import { runInExchange } from '../../src/exchange/in-progress';
import type { ExchangeEnding } from '../../src/exchange/exchange-facts';
import { openMeter } from './open-meter';

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const ANSWERED: ExchangeEnding = { status: 200, credentialPresent: false };

function openRequest() {
  const clock = createFakeClock(1_700_000_000_000);
  const { meter, counted, measured } = openMeter({ clock });
  const { exchange } = meter.openExchange({});
  const tell = (...observations: readonly AuthObservation[]): void => {
    runInExchange(exchange, () => {
      for (const observation of observations) meter.record(observation);
    });
  };
  return { exchange, tell, counted, measured };
}

describe('record inside a request', () => {
  const LOGIN = { outcome: 'success', method: 'passkey', value: 1 };

  it.each<readonly [string, AuthObservation, object]>([
    [
      'an attempt',
      { kind: 'attempt', outcome: 'success', method: 'passkey' },
      { 'auth.attempts': [LOGIN] },
    ],
    [
      'a login',
      { kind: 'login', outcome: 'success', method: 'passkey' },
      { 'auth.attempts': [LOGIN], 'auth.logins': [LOGIN] },
    ],
    ['a logout', { kind: 'logout' }, { 'auth.logouts': [{ cause: 'user', value: 1 }] }],
    [
      'a logout with its cause',
      { kind: 'logout', cause: 'timeout' },
      { 'auth.logouts': [{ cause: 'timeout', value: 1 }] },
    ],
    [
      'a registration',
      { kind: 'registration', outcome: 'success', method: 'passkey' },
      { 'auth.registrations': [LOGIN] },
    ],
    [
      'a refresh',
      { kind: 'token_refresh', outcome: 'success' },
      { 'auth.token.refreshes': [{ outcome: 'success', value: 1 }] },
    ],
  ])('counts %s once, when the request ends', async (_case, observation, expected) => {
    const { exchange, tell, counted } = openRequest();

    tell(observation, observation);
    const before = await counted();
    exchange.end(ANSWERED);

    expect(before).toEqual({});
    expect(await counted()).toEqual(expected);
  });

  it.each<readonly [string, AuthObservation]>([
    ['its error', { kind: 'login', outcome: 'failure', error: EXPIRED }],
    ['its type', { kind: 'login', outcome: 'failure', errorType: 'expired_token' }],
    ['its hints', { kind: 'login', outcome: 'failure', hints: { info: EXPIRED } }],
  ])('takes the cause of a failed login from %s, whatever was answered', async (_case, told) => {
    const { exchange, tell, counted } = openRequest();

    tell(told);
    exchange.end(ANSWERED);

    const failed = {
      outcome: 'failure',
      reason: 'expired_token',
      'error.type': 'expired_token',
      method: 'password',
      value: 1,
    };
    expect(await counted()).toEqual({
      'auth.attempts': [failed],
      'auth.logins': [failed],
      'auth.errors': [{ 'error.type': 'expired_token', operation: 'login', value: 1 }],
    });
  });

  it('keeps the token that was told', async () => {
    const { exchange, tell, measured } = openRequest();

    tell({
      kind: 'attempt',
      outcome: 'success',
      method: 'jwt',
      token: { issuedAtEpochSeconds: 1_699_999_880 },
    });
    exchange.end(ANSWERED);

    expect(await measured('auth.token.age.seconds')).toMatchObject([
      { attributes: { method: 'jwt' }, count: 1, sum: 120 },
    ]);
  });

  it('keeps the refresh token that was told beside the access token that a guard accepted', () => {
    const heard: AuthObservation[] = [];
    const observers = [
      { observe: (counted: CountedObservation) => void heard.push(counted.observation) },
    ];
    const { meter } = openMeter({ observers });
    const request = {};
    const { exchange } = meter.openExchange(request);
    const refreshToken = { tokenId: 'r-1', familyId: 'f-1' };
    exchange.accept({ token: { expiresAtEpochSeconds: 1_700_000_600 } });
    meter.record({ kind: 'token_refresh', outcome: 'success', refreshToken }, request);
    exchange.end(ANSWERED);

    expect(heard).toMatchObject([{ kind: 'token_refresh', outcome: 'success', refreshToken }]);
  });

  it('adds to what was declared of the same operation', async () => {
    const { exchange, tell, counted } = openRequest();

    exchange.declare({ operation: 'logout' });
    tell({ kind: 'logout', cause: 'admin' });
    exchange.end(ANSWERED);

    expect(await counted()).toEqual({ 'auth.logouts': [{ cause: 'admin', value: 1 }] });
  });

  it('counts what stands for itself at once and once', async () => {
    const { exchange, tell, counted } = openRequest();

    tell(
      { kind: 'token_issuance', tokenType: 'access', grantType: 'password' },
      { kind: 'session', change: 'started', method: 'password' },
      { kind: 'lockout', cause: 'max_retries', transition: 'locked' },
      { kind: 'guest', event: 'created' },
    );
    const expected = {
      'auth.token.issuances': [{ token_type: 'access', grant_type: 'password', value: 1 }],
      'auth.sessions.active': [{ method: 'password', value: 1 }],
      'auth.lockouts': [{ cause: 'max_retries', transition: 'locked', value: 1 }],
      'auth.guest.events': [{ event: 'created', value: 1 }],
    };
    const before = await counted();
    exchange.end(ANSWERED);

    expect(before).toEqual(expected);
    expect(await counted()).toEqual(expected);
  });

  it('leaves the failure of an inner step to the request that it made fail', async () => {
    const { exchange, tell, counted } = openRequest();

    exchange.declare({ operation: 'login' });
    tell({
      kind: 'oauth_step',
      step: 'code_exchange',
      outcome: 'failure',
      errorType: 'dependency_error',
    });
    exchange.end({ ...ANSWERED, status: 401 });

    const { 'auth.errors': errors, 'auth.oauth.steps': steps } = await counted();
    expect(steps).toEqual([
      { step: 'code_exchange', outcome: 'failure', provider: '_OTHER', value: 1 },
    ]);
    expect(errors).toEqual([{ 'error.type': 'dependency_error', operation: 'login', value: 1 }]);
  });

  it('survives what is no observation', async () => {
    const { exchange, tell, counted } = openRequest();

    tell(null as unknown as AuthObservation, {} as AuthObservation);
    exchange.end(ANSWERED);

    expect(await counted()).toEqual({
      'auth.instrumentation.failures': [{ component: 'recorder', value: 2 }],
    });
  });
});
