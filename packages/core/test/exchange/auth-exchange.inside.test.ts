import type { AuthErrorType, AuthOperation } from '../../src/conventions';
import type { AuthExchange } from '../../src/exchange/auth-exchange';
import { runInExchange } from '../../src/exchange/in-progress';
import type { AuthObservation } from '../../src/model/auth-observation';
import { openMeter } from './open-meter';

const ANSWERED = { credentialPresent: true, facts: { method: 'session' } };
const GOOD_TOKEN = { kind: 'token_validation', outcome: 'success' } as const;
const badToken = (errorType: AuthErrorType) =>
  ({ kind: 'token_validation', outcome: 'failure', errorType }) as const;
const errorOf = (errorType: AuthErrorType, operation: AuthOperation) => [
  { 'error.type': errorType, operation, value: 1 },
];

function openRequest() {
  const { meter, counted } = openMeter({ policies: ['admin'] });
  const { exchange } = meter.openExchange({});
  const tell = (...observations: readonly AuthObservation[]): void => {
    runInExchange(exchange, () => {
      for (const observation of observations) meter.record(observation);
    });
  };
  return { exchange, tell, counted };
}

describe('a token validated inside a request', () => {
  it('gives a refused request its reason and is its one error', async () => {
    const { exchange, tell, counted } = openRequest();

    tell(badToken('invalid_signature'));
    exchange.end({ ...ANSWERED, status: 401 });

    const failed = {
      outcome: 'failure',
      reason: 'invalid_credentials',
      'error.type': 'invalid_signature',
      value: 1,
    };
    expect(await counted()).toEqual({
      'auth.attempts': [{ ...failed, method: 'session' }],
      'auth.token.validations': [{ ...failed, token_type: 'access' }],
      'auth.errors': errorOf('invalid_signature', 'authenticate'),
    });
  });

  it.each([200, 404])(
    'leaves a guest a guest when it failed and %d was answered',
    async (status) => {
      const { exchange, tell, counted } = openRequest();

      tell(badToken('expired_token'));
      exchange.end({ ...ANSWERED, status });

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
        'auth.errors': errorOf('expired_token', 'token_validate'),
      });
    },
  );

  it('forgives the key that did not fit when another one does', async () => {
    const { exchange, tell, counted } = openRequest();

    tell(badToken('unknown_key'), GOOD_TOKEN);
    exchange.end({ ...ANSWERED, status: 200 });

    expect((await counted())['auth.attempts']).toEqual([
      { outcome: 'success', method: 'session', value: 1 },
    ]);
  });

  it.each<readonly [string, AuthObservation]>([
    ['a granted permission', { kind: 'authorization', outcome: 'success', policy: 'admin' }],
    [
      'a challenge that was sent',
      { kind: 'mfa_challenge', outcome: 'success', factor: 'sms', stage: 'issued' },
    ],
    ['an OAuth step', { kind: 'oauth_step', outcome: 'success', step: 'userinfo' }],
  ])('is not made good by %s', async (_case, observation) => {
    const { exchange, tell, counted } = openRequest();

    tell(badToken('expired_token'), observation);
    exchange.end({ ...ANSWERED, status: 200 });

    const { 'auth.attempts': attempts, 'auth.errors': errors } = await counted();
    expect(attempts).toBeUndefined();
    expect(errors).toEqual(errorOf('expired_token', 'token_validate'));
  });

  it.each<readonly [string, AuthObservation]>([
    ['a granted permission', { kind: 'authorization', outcome: 'success', policy: 'admin' }],
    [
      'a challenge that was sent',
      { kind: 'mfa_challenge', outcome: 'success', factor: 'sms', stage: 'issued' },
    ],
  ])('is an attempt, wherever it came from, with %s after it', async (_case, observation) => {
    const { exchange, tell, counted } = openRequest();

    tell(GOOD_TOKEN, observation);
    exchange.end({ status: 200, credentialPresent: false, facts: { method: 'jwt' } });

    expect(await counted()).toMatchObject({
      'auth.attempts': [{ outcome: 'success', method: 'jwt', value: 1 }],
      'auth.token.validations': [{ outcome: 'success', token_type: 'access', value: 1 }],
    });
  });
});

describe('a limiter inside a request', () => {
  it('makes the request one that was rate limited', async () => {
    const { exchange, tell, counted } = openRequest();

    exchange.accept();
    tell({ kind: 'rate_limit', result: 'limited' });
    exchange.end({ ...ANSWERED, status: 429 });

    expect(await counted()).toEqual({
      'auth.attempts': [
        {
          outcome: 'failure',
          reason: 'rate_limited',
          'error.type': 'rate_limited',
          method: 'session',
          value: 1,
        },
      ],
      'auth.rate_limit.requests': [{ limiter: '_OTHER', result: 'limited', value: 1 }],
      'auth.errors': errorOf('rate_limited', 'authenticate'),
    });
  });

  it.each(['allowed', 'skipped', 'store_error'] as const)('says nothing by %s', async (result) => {
    const { exchange, tell, counted } = openRequest();

    tell({ kind: 'rate_limit', result });
    exchange.end({ ...ANSWERED, status: 404 });

    expect(await counted()).toEqual({
      'auth.rate_limit.requests': [{ limiter: '_OTHER', result, value: 1 }],
    });
  });
});

describe('a refusal that is a security event', () => {
  const refuse =
    (errorType: AuthErrorType) =>
    (exchange: AuthExchange): void => {
      exchange.refuse({ errorType });
    };

  it.each([
    ['csrf_failed', 'csrf_failure', 'warn'],
    ['token_reuse', 'token_reuse', 'critical'],
  ] as const)('counts %s once as %s', async (errorType, event, severity) => {
    const { exchange, counted } = openRequest();

    refuse(errorType)(exchange);
    refuse(errorType)(exchange);
    exchange.end({ ...ANSWERED, status: 403 });

    const { 'auth.security.events': events, 'auth.errors': errors } = await counted();
    expect(events).toEqual([{ event, severity, value: 1 }]);
    expect(errors).toEqual(errorOf(errorType, 'authenticate'));
  });

  it.each([200, 401])('counts a replayed token inside once, at %d', async (status) => {
    const { exchange, tell, counted } = openRequest();

    exchange.declare({ operation: 'token_refresh' });
    tell(badToken('token_reuse'));
    exchange.end({ ...ANSWERED, status });

    const { 'auth.security.events': events, 'auth.errors': errors } = await counted();
    expect(events).toEqual([{ event: 'token_reuse', severity: 'critical', value: 1 }]);
    expect(errors).toEqual(
      errorOf('token_reuse', status === 401 ? 'token_refresh' : 'token_validate'),
    );
  });

  it('counts a declared login that failed by CSRF as such', async () => {
    const { exchange, counted } = openRequest();

    exchange.declare({ operation: 'login' });
    refuse('csrf_failed')(exchange);
    exchange.end({ status: 403, credentialPresent: false });

    const failed = {
      outcome: 'failure',
      reason: 'invalid_credentials',
      'error.type': 'csrf_failed',
      method: 'password',
      value: 1,
    };
    expect(await counted()).toEqual({
      'auth.attempts': [failed],
      'auth.logins': [failed],
      'auth.errors': errorOf('csrf_failed', 'login'),
      'auth.security.events': [{ event: 'csrf_failure', severity: 'warn', value: 1 }],
    });
  });
});

describe('a security event that the host tells inside a request', () => {
  it.each([
    ['token_reuse', 'token_reuse', 'critical'],
    ['csrf_failed', 'csrf_failure', 'warn'],
  ] as const)(
    'is not told again by the failure it goes with: %s',
    async (errorType, event, severity) => {
      const { exchange, tell, counted } = openRequest();

      tell({ kind: 'security_event', event, severity });
      exchange.refuse({ errorType });
      exchange.end({ ...ANSWERED, status: 401 });

      expect((await counted())['auth.security.events']).toEqual([{ event, severity, value: 1 }]);
    },
  );
});
