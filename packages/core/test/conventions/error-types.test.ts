import {
  AUTH_ERROR_TYPES,
  AUTH_FAULTS,
  AUTH_REASON_MEANINGS,
  AUTH_REASONS,
  ERROR_TYPE_DEFINITIONS,
} from '../../src/conventions';

/** The contract's table from an error to a reason: reason, fault, and the types that fold to it. */
const REASONS: readonly (readonly [reason: string, fault: string, errorTypes: string])[] = [
  ['missing_auth', 'client', 'missing_auth'],
  ['invalid_format', 'client', 'invalid_format'],
  [
    'invalid_credentials',
    'client',
    'invalid_credentials, invalid_signature, invalid_algorithm, unknown_key, invalid_claims, ' +
      'token_revoked, token_reuse, user_not_found, csrf_failed',
  ],
  ['expired_token', 'client', 'expired_token, token_not_yet_valid'],
  ['account_restricted', 'client', 'account_locked, user_disabled, challenge_required'],
  ['insufficient_permissions', 'client', 'access_denied, insufficient_permissions'],
  ['rate_limited', 'client', 'rate_limited'],
  ['dependency_error', 'server', 'dependency_error'],
  ['internal_error', 'server', 'configuration_error, internal_error'],
  ['unknown', 'unknown', 'unknown'],
];

const EXPECTED = REASONS.flatMap(([reason, fault, errorTypes]) =>
  errorTypes.split(', ').map((errorType) => [errorType, { reason, fault }] as const),
);

describe('the error types', () => {
  it('are the 23 of the contract', () => {
    expect([...AUTH_ERROR_TYPES].sort()).toEqual(EXPECTED.map(([errorType]) => errorType).sort());
    expect(AUTH_ERROR_TYPES).toHaveLength(23);
  });

  it.each(EXPECTED)('%s folds to %o', (errorType, expected) => {
    const definitions: Readonly<Record<string, unknown>> = ERROR_TYPE_DEFINITIONS;

    expect(definitions[errorType]).toMatchObject(expected);
  });

  it.each(Object.entries(ERROR_TYPE_DEFINITIONS))(
    '%s says what happened and what to do, a sentence each',
    (_errorType, { meaning, action }) => {
      expect(meaning).toMatch(/^[A-Z].{10,}\.$/);
      expect(action).toMatch(/^[A-Z].{10,}\.$/);
    },
  );
});

describe('the reasons', () => {
  it('are each the fold of at least one error type', () => {
    const folded = new Set(AUTH_ERROR_TYPES.map((type) => ERROR_TYPE_DEFINITIONS[type].reason));

    expect([...folded].sort()).toEqual([...AUTH_REASONS].sort());
  });

  it('have three kinds of fault', () => {
    expect(AUTH_FAULTS).toEqual(['client', 'server', 'unknown']);
  });

  it.each(Object.entries(AUTH_REASON_MEANINGS))('%s says what it means', (_reason, meaning) => {
    expect(meaning).toMatch(/^[A-Z].{10,}\.$/);
  });
});
