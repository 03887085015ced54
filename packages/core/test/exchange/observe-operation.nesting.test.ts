import type { AuthErrorType, AuthOperation } from '../../src/conventions';
import { runInExchange } from '../../src/exchange/in-progress';
import { openMeter, type OpenMeter } from './open-meter';

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const throwing = (error: unknown) => (): never => {
  throw error;
};
const swallow = (run: () => unknown): void => {
  try {
    run();
  } catch {
    // The host turns the cause into an answer of its own.
  }
};
const failed = (errorType: AuthErrorType, reason: string, method?: string) => ({
  outcome: 'failure',
  reason,
  'error.type': errorType,
  ...(method === undefined ? {} : { method }),
  value: 1,
});
const errorOf = (errorType: AuthErrorType, operation: AuthOperation) => ({
  'auth.errors': [{ 'error.type': errorType, operation, value: 1 }],
});
const LOGIN = { outcome: 'success', method: 'password', value: 1 };
const LOGGED_IN = { 'auth.attempts': [LOGIN], 'auth.logins': [LOGIN] };

describe('observe of an operation inside the same operation', () => {
  const login = ({ meter }: OpenMeter, run: () => unknown): unknown =>
    meter.observe('login', {}, run);

  it('counts one success', async () => {
    const open = openMeter();

    await login(open, async () => login(open, () => 'ok'));

    expect(await open.counted()).toEqual(LOGGED_IN);
  });

  it('counts one failure with the innermost reason', async () => {
    const open = openMeter();
    const inner = Object.assign(new Error('no'), { status: 423 });
    const outer = Object.assign(new Error('forbidden'), { status: 403 });

    const run = (): unknown =>
      login(open, () => {
        swallow(() => login(open, throwing(inner)));
        throw outer;
      });

    expect(run).toThrow(outer);
    const lost = failed('account_locked', 'account_restricted', 'password');
    expect(await open.counted()).toEqual({
      'auth.attempts': [lost],
      'auth.logins': [lost],
      ...errorOf('account_locked', 'login'),
    });
  });

  it('takes the reason of the outer one when the inner one has none', async () => {
    const open = openMeter();
    const outer = Object.assign(new Error('locked'), { status: 423 });

    const run = (): unknown =>
      login(open, () => {
        swallow(() => login(open, throwing(undefined)));
        throw outer;
      });

    expect(run).toThrow(outer);
    const lost = failed('account_locked', 'account_restricted', 'password');
    expect(await open.counted()).toEqual({
      'auth.attempts': [lost],
      'auth.logins': [lost],
      ...errorOf('account_locked', 'login'),
    });
  });

  it('counts one success when a second try succeeds', async () => {
    const open = openMeter();

    login(open, () => {
      swallow(() => login(open, throwing(EXPIRED)));
      return login(open, () => 'ok');
    });

    expect((await open.counted())['auth.logins']).toEqual([LOGIN]);
    expect((await open.counted())['auth.attempts']).toEqual([LOGIN]);
  });
});

describe('observe of a login inside a registration', () => {
  it('counts a registration and no login', async () => {
    const { meter, counted } = openMeter();

    meter.observe('register', {}, () => meter.observe('login', {}, () => 'session'));

    expect(await counted()).toEqual({ 'auth.registrations': [LOGIN] });
  });

  it('takes the reason of the login when the registration fails', async () => {
    const { meter, counted } = openMeter();

    const run = (): unknown =>
      meter.observe('register', {}, () => {
        swallow(() => meter.observe('login', {}, throwing(EXPIRED)));
        throw undefined;
      });

    expect(run).toThrow();
    expect(await counted()).toEqual({
      'auth.registrations': [
        { outcome: 'failure', reason: 'expired_token', method: 'password', value: 1 },
      ],
      ...errorOf('expired_token', 'register'),
    });
  });
});

describe('observe of a validation inside an attempt', () => {
  it('counts both, and one error, when the token is bad', async () => {
    const { meter, counted } = openMeter();

    const run = (): unknown =>
      meter.observe('authenticate', { method: 'jwt' }, () =>
        meter.observe('token_validate', {}, throwing(EXPIRED)),
      );

    expect(run).toThrow(EXPIRED);
    expect(await counted()).toEqual({
      'auth.attempts': [failed('expired_token', 'expired_token', 'jwt')],
      'auth.token.validations': [
        { ...failed('expired_token', 'expired_token'), token_type: 'access' },
      ],
      ...errorOf('expired_token', 'authenticate'),
    });
  });

  it('recovers the cause that a bare refusal swallowed', async () => {
    const { meter, counted } = openMeter();

    const run = (): unknown =>
      meter.observe('authenticate', { method: 'jwt' }, () => {
        swallow(() => meter.observe('token_validate', {}, throwing(EXPIRED)));
        throw Object.assign(new Error('Unauthorized'), { status: 401 });
      });

    expect(run).toThrow('Unauthorized');
    expect((await counted())['auth.attempts']).toEqual([
      failed('expired_token', 'expired_token', 'jwt'),
    ]);
    expect(await counted()).toMatchObject(errorOf('expired_token', 'authenticate'));
  });

  it('counts the failed validation and its error when the attempt succeeds without it', async () => {
    const { meter, counted } = openMeter();

    meter.observe('authenticate', { method: 'session' }, () => {
      swallow(() => meter.observe('token_validate', {}, throwing(EXPIRED)));
    });

    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'session', value: 1 }],
      'auth.token.validations': [
        { ...failed('expired_token', 'expired_token'), token_type: 'access' },
      ],
      ...errorOf('expired_token', 'token_validate'),
    });
  });
});

describe('observe of a decision inside the same decision', () => {
  it.each([
    ['token_validate', 'auth.token.validations', { outcome: 'success', token_type: 'access' }],
    ['token_issue', 'auth.token.issuances', { token_type: '_OTHER', grant_type: '_OTHER' }],
  ] as const)('counts %s once', async (operation, metric, attributes) => {
    const { meter, counted } = openMeter();

    meter.observe(operation, {}, () => meter.observe(operation, {}, () => 'token'));

    expect(await counted()).toEqual({ [metric]: [{ ...attributes, value: 1 }] });
  });

  it('counts what succeeds by a second key as one good validation', async () => {
    const { meter, counted } = openMeter();

    meter.observe('token_validate', {}, () => {
      swallow(() => meter.observe('token_validate', {}, throwing(EXPIRED)));
      return meter.observe('token_validate', {}, () => 'claims');
    });

    expect(await counted()).toEqual({
      'auth.token.validations': [{ outcome: 'success', token_type: 'access', value: 1 }],
    });
  });

  it('counts each of two policies', async () => {
    const { meter, counted } = openMeter({ policies: ['admin', 'owner'] });

    meter.observe('authorize', { policy: 'admin' }, () =>
      meter.observe('authorize', { policy: 'owner' }, () => true),
    );

    expect(await counted()).toEqual({
      'auth.authorizations': [
        { outcome: 'success', policy: 'admin', value: 1 },
        { outcome: 'success', policy: 'owner', value: 1 },
      ],
    });
  });
});

describe('observe of a second factor inside a login', () => {
  it('counts the challenge and the login', async () => {
    const { meter, counted } = openMeter();

    await meter.observe('login', {}, async () =>
      meter.observe('mfa_verify', { factor: 'totp' }, () => Promise.resolve()),
    );

    expect(await counted()).toEqual({
      ...LOGGED_IN,
      'auth.mfa.challenges': [{ factor: 'totp', stage: 'verified', outcome: 'success', value: 1 }],
    });
  });

  it('counts the failed challenge, the failed login, and one error', async () => {
    const { meter, counted } = openMeter();
    const wrongCode = Object.assign(new Error('no'), { name: 'NotAuthorizedException' });

    const promise = meter.observe('login', {}, () =>
      meter.observe('mfa_verify', { factor: 'totp' }, () => Promise.reject(wrongCode)),
    );

    await expect(promise).rejects.toBe(wrongCode);
    const lost = failed('invalid_credentials', 'invalid_credentials', 'password');
    expect(await counted()).toEqual({
      'auth.attempts': [lost],
      'auth.logins': [lost],
      'auth.mfa.challenges': [{ factor: 'totp', stage: 'verified', outcome: 'failure', value: 1 }],
      ...errorOf('invalid_credentials', 'login'),
    });
  });
});

describe('observe of a refused decision inside an attempt', () => {
  it('turns the accepted caller into one failure', async () => {
    const { meter, counted } = openMeter();
    const attempt = meter.openExchange({});
    attempt.exchange.accept({ method: 'jwt' });
    const forbidden = Object.assign(new Error('no'), { status: 403 });

    runInExchange(attempt.exchange, () => {
      swallow(() => meter.observe('authorize', {}, throwing(forbidden)));
    });
    attempt.exchange.end({ status: 403, credentialPresent: true });

    expect(await counted()).toEqual({
      'auth.attempts': [failed('insufficient_permissions', 'insufficient_permissions', 'jwt')],
      'auth.token.validations': [{ outcome: 'success', token_type: 'access', value: 1 }],
      'auth.authorizations': [{ outcome: 'failure', policy: '_OTHER', value: 1 }],
      ...errorOf('insufficient_permissions', 'authenticate'),
    });
  });
});
