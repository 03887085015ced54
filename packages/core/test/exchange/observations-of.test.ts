import { categoryOf } from '../../src/classify/auth-error-category';
import type { AuthErrorType, AuthOperation } from '../../src/conventions';
import type { OperationDetails } from '../../src/exchange/exchange-facts';
import { observationsOf, type EndedExchange } from '../../src/exchange/observations-of';

const FAILED = categoryOf('invalid_claims');

function exchangeOf(left: Partial<EndedExchange>): EndedExchange {
  return {
    declared: undefined,
    facts: {},
    innerFailure: undefined,
    innerOperation: undefined,
    sawValidation: false,
    wasAccepted: false,
    durationSeconds: () => 0.25,
    ...left,
  };
}

function declaredAs(operation: AuthOperation, details: OperationDetails = {}): EndedExchange {
  return exchangeOf({ declared: { operation, ...details }, facts: { accountId: 'u1' } });
}

describe('observationsOf a failure inside that cost nobody anything', () => {
  const served = (errorType: AuthErrorType) =>
    observationsOf(
      exchangeOf({ innerFailure: categoryOf(errorType), innerOperation: 'token_validate' }),
      'nothing',
      {},
    );

  it('tells it as an error of its own', () => {
    expect(served('expired_token')).toEqual([
      {
        observation: { kind: 'error', operation: 'token_validate', errorType: 'expired_token' },
        countsError: true,
      },
    ]);
  });

  it('tells nothing of a guest who brought nothing', () => {
    expect(served('missing_auth')).toEqual([]);
  });
});

describe('observationsOf a declared operation', () => {
  const SUCCESS = { outcome: 'success', durationSeconds: 0.25, accountId: 'u1' } as const;
  const FAILURE = { ...SUCCESS, outcome: 'failure', errorType: 'invalid_claims' } as const;

  it.each([
    ['authenticate', { kind: 'attempt' }, {}],
    ['login', { kind: 'login', method: 'password' }, {}],
    ['register', { kind: 'registration', method: 'password' }, {}],
    ['token_validate', { kind: 'token_validation' }, {}],
    ['token_refresh', { kind: 'token_refresh' }, {}],
    ['oauth_start', { kind: 'oauth_step', step: 'start', provider: 'github' }, {}],
    ['mfa_verify', { kind: 'mfa_challenge', factor: 'sms', stage: 'verified' }, {}],
    ['authorize', { kind: 'authorization', policy: 'admin' }, {}],
    ['logout', { kind: 'logout' }, { kind: 'error', operation: 'logout' }],
    ['token_issue', { kind: 'token_issuance' }, { kind: 'error', operation: 'token_issue' }],
    ['token_revoke', { kind: 'token_revocation' }, { kind: 'error', operation: 'token_revoke' }],
    [
      'password_reset',
      { kind: 'password_reset', event: 'completed' },
      { kind: 'password_reset', event: 'failed' },
    ],
  ] as const)('tells %s as one observation', (operation, told, toldOfFailure) => {
    const exchange = declaredAs(operation, {
      provider: 'github',
      factor: 'sms',
      event: 'completed',
      policy: 'admin',
    });

    expect(observationsOf(exchange, 'success', {})).toEqual([
      { observation: { ...SUCCESS, ...told }, countsError: true },
    ]);
    expect(observationsOf(exchange, FAILED, {})).toEqual([
      { observation: { ...FAILURE, ...told, ...toldOfFailure }, countsError: true },
    ]);
  });

  it.each([
    ['token_validate', { tokenType: 'refresh' }],
    ['token_issue', { tokenType: 'id', grantType: 'password' }],
    ['token_revoke', { tokenType: 'session', cause: 'rotation' }],
    ['logout', { cause: 'timeout' }],
  ] as const)('passes on what was declared of %s', (operation, details) => {
    const [told] = observationsOf(declaredAs(operation, details), 'success', {});

    expect(told?.observation).toMatchObject(details);
  });

  it('tells an OAuth callback as its step and as a login, with one error', () => {
    const exchange = declaredAs('oauth_callback', { provider: 'github' });

    expect(observationsOf(exchange, FAILED, {})).toEqual([
      {
        observation: { ...FAILURE, kind: 'oauth_step', step: 'callback', provider: 'github' },
        countsError: false,
      },
      { observation: { ...FAILURE, kind: 'login', method: 'oauth' }, countsError: true },
    ]);
  });

  it.each([
    ['mfa_verify', { factor: 'totp' }],
    ['password_reset', { event: 'requested' }],
    ['oauth_callback', { step: 'callback' }],
  ] as const)('fills in what %s means when nothing was said', (operation, expected) => {
    const [first] = observationsOf(declaredAs(operation), 'success', {});

    expect(first?.observation).toMatchObject(expected);
    expect(first?.observation).toEqual(
      expect.not.objectContaining({ provider: expect.anything() as unknown }),
    );
    expect(first?.observation).not.toHaveProperty('policy');
  });

  it('lets the declared method win over what the request shows', () => {
    const exchange = exchangeOf({
      declared: { operation: 'login', method: 'password' },
      facts: { method: 'jwt' },
    });

    const [login] = observationsOf(exchange, 'success', {});

    expect(login?.observation).toMatchObject({ kind: 'login', method: 'password' });
  });

  it('implies no validation of a token that came along', () => {
    const exchange = exchangeOf({ declared: { operation: 'login' }, facts: { method: 'jwt' } });

    const told = observationsOf(exchange, 'success', { credentialPresent: true });

    expect(told.map(({ observation }) => observation.kind)).toEqual(['login']);
  });
});

describe('observationsOf a logout', () => {
  it.each([
    ['an account is known', { accountId: 'u1' }, {}],
    ['the host knew whom it served', {}, { isIdentified: true }],
    ['a credential came', {}, { credentialPresent: true }],
    ['the host says so', {}, { judgement: 'success' }],
  ] as const)('is a logout when %s', (_case, facts, ending) => {
    const told = observationsOf(
      exchangeOf({ declared: { operation: 'logout' }, facts }),
      'success',
      ending,
    );

    expect(told.map(({ observation }) => observation.kind)).toEqual(['logout']);
  });

  it('is none with nobody logged in', () => {
    const exchange = exchangeOf({ declared: { operation: 'logout' } });

    expect(observationsOf(exchange, 'success', { credentialPresent: false })).toEqual([]);
  });
});

describe('observationsOf an attempt', () => {
  it('tells the implied validation in front of it, and one error', () => {
    const exchange = exchangeOf({ facts: { method: 'jwt' } });

    expect(observationsOf(exchange, FAILED, { credentialPresent: true })).toEqual([
      {
        observation: {
          kind: 'token_validation',
          tokenType: 'access',
          outcome: 'failure',
          errorType: 'invalid_claims',
        },
        countsError: false,
      },
      {
        observation: {
          kind: 'attempt',
          method: 'jwt',
          outcome: 'failure',
          errorType: 'invalid_claims',
          durationSeconds: 0.25,
        },
        countsError: true,
      },
    ]);
  });
});

describe('observationsOf a failure inside', () => {
  const innerFailure = categoryOf('expired_token');
  const INSIDE = { innerFailure, innerOperation: 'token_validate' } as const;
  const ERROR = {
    observation: { kind: 'error', operation: 'token_validate', errorType: 'expired_token' },
    countsError: true,
  };

  it('is an error of its own when the operation succeeded', () => {
    const exchange = exchangeOf({
      ...INSIDE,
      declared: { operation: 'token_refresh' },
    });

    expect(observationsOf(exchange, 'success', {})).toEqual([
      {
        observation: { kind: 'token_refresh', outcome: 'success', durationSeconds: 0.25 },
        countsError: true,
      },
      ERROR,
    ]);
  });

  it('is an error of its own when there was no attempt', () => {
    expect(observationsOf(exchangeOf(INSIDE), 'nothing', {})).toEqual([ERROR]);
  });

  it('belongs to the attempt that it made fail', () => {
    const told = observationsOf(exchangeOf(INSIDE), innerFailure, {});

    expect(told.map(({ observation }) => observation.kind)).toEqual(['attempt']);
  });
});
