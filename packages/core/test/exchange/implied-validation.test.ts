import { AUTH_ERROR_TYPES } from '../../src/conventions';
import { impliedValidation } from '../../src/exchange/implied-validation';

const UNSEEN = { sawValidation: false, wasAccepted: false };
const PRESENT = { credentialPresent: true };
const SUCCESS = { method: 'jwt', outcome: 'success' } as const;

describe('impliedValidation', () => {
  it.each([
    ['jwt', 'access'],
    ['oauth', 'access'],
    ['oidc', 'access'],
    ['api_key', 'api_key'],
  ])('takes an attempt by %s for the validation of a token: %s', (method, tokenType) => {
    expect(impliedValidation(UNSEEN, { method, outcome: 'success' }, PRESENT)).toEqual({
      kind: 'token_validation',
      tokenType,
      outcome: 'success',
    });
    expect(
      impliedValidation(
        UNSEEN,
        { method, outcome: 'failure', errorType: 'expired_token' },
        PRESENT,
      ),
    ).toEqual({
      kind: 'token_validation',
      tokenType,
      outcome: 'failure',
      errorType: 'expired_token',
    });
  });

  it.each([
    ['a method without a token', UNSEEN, { ...SUCCESS, method: 'session' }, PRESENT],
    ['an unknown method', UNSEEN, { outcome: 'success' }, PRESENT],
    ['a request without a credential', UNSEEN, SUCCESS, { credentialPresent: false }],
    ['a call outside HTTP', UNSEEN, SUCCESS, {}],
    ['a validation that was seen', { ...UNSEEN, sawValidation: true }, SUCCESS, PRESENT],
  ] as const)('is none for %s', (_case, seen, attempt, ending) => {
    expect(impliedValidation(seen, attempt, ending)).toBeUndefined();
  });

  it('is none where the cause says nothing about the token', () => {
    const silent = AUTH_ERROR_TYPES.filter(
      (errorType) =>
        impliedValidation(UNSEEN, { method: 'jwt', outcome: 'failure', errorType }, PRESENT) ===
        undefined,
    );

    expect(silent).toEqual([
      'missing_auth',
      'user_not_found',
      'csrf_failed',
      'account_locked',
      'user_disabled',
      'challenge_required',
      'access_denied',
      'insufficient_permissions',
      'rate_limited',
      'internal_error',
    ]);
  });

  it.each(['insufficient_permissions', 'rate_limited', 'expired_token'] as const)(
    'was good when it was accepted before the request failed by %s',
    (errorType) => {
      const seen = { ...UNSEEN, wasAccepted: true };

      expect(
        impliedValidation(seen, { method: 'jwt', outcome: 'failure', errorType }, PRESENT),
      ).toEqual({ kind: 'token_validation', tokenType: 'access', outcome: 'success' });
    },
  );
});
