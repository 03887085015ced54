import { categoryOf } from '../../src/classify/auth-error-category';
import {
  AUTH_ERROR_TYPES,
  ERROR_TYPE_DEFINITIONS,
  type AuthErrorType,
} from '../../src/conventions';
import { explainedBy, moreTelling } from '../../src/exchange/more-telling';

const SERVER_FAULTS = ['dependency_error', 'configuration_error', 'internal_error'] as const;

describe('moreTelling', () => {
  it.each<readonly [string, AuthErrorType | undefined, AuthErrorType | undefined, unknown]>([
    ['the first of two that both say why', 'expired_token', 'rate_limited', 'expired_token'],
    ['the second when the first says nothing', 'unknown', 'invalid_claims', 'invalid_claims'],
    ['the first when the second says nothing', 'invalid_claims', 'unknown', 'invalid_claims'],
    ['what there is, as the first', 'unknown', undefined, 'unknown'],
    ['what there is, as the second', undefined, 'unknown', 'unknown'],
    ['nothing of nothing', undefined, undefined, undefined],
  ])('keeps %s', (_case, first, second, expected) => {
    const told = moreTelling(first && categoryOf(first), second && categoryOf(second));

    expect(told?.errorType).toBe(expected);
  });
});

describe('explainedBy', () => {
  it.each(SERVER_FAULTS)('never blames the client for %s inside', (inner) => {
    const explained = AUTH_ERROR_TYPES.map(
      (refusal) => explainedBy(categoryOf(refusal), categoryOf(inner))?.errorType,
    );

    expect(new Set(explained)).toEqual(new Set([inner]));
  });

  it.each(['unknown', 'invalid_credentials'] as const)(
    'recovers every cause that a bare %s swallowed',
    (refusal) => {
      const causes = AUTH_ERROR_TYPES.filter((errorType) => errorType !== 'unknown');

      const explained = causes.map(
        (inner) => explainedBy(categoryOf(refusal), categoryOf(inner))?.errorType,
      );

      expect(causes).toHaveLength(Object.keys(ERROR_TYPE_DEFINITIONS).length - 1);
      expect(explained).toEqual(causes);
    },
  );

  it.each([
    ['insufficient_permissions', 'expired_token', 'insufficient_permissions'],
    ['rate_limited', 'invalid_signature', 'rate_limited'],
    ['csrf_failed', 'expired_token', 'csrf_failed'],
    ['account_locked', 'invalid_credentials', 'account_locked'],
    ['invalid_credentials', 'unknown', 'invalid_credentials'],
  ] as const)('lets %s stand although %s was found inside', (refusal, inner, expected) => {
    expect(explainedBy(categoryOf(refusal), categoryOf(inner))?.errorType).toBe(expected);
  });

  it('takes what there is when only one is known', () => {
    expect(explainedBy(undefined, categoryOf('expired_token'))?.errorType).toBe('expired_token');
    expect(explainedBy(categoryOf('unknown'), undefined)?.errorType).toBe('unknown');
    expect(explainedBy(undefined, undefined)).toBeUndefined();
  });
});
