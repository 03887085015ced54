import { categoryOf, isAuthErrorType } from '../../src/classify/auth-error-category';
import { categorizeAuthError } from '../../src/classify/categorize-auth-error';
import type { AuthErrorCategory } from '../../src/model/auth-observer';
import {
  AUTH_ERROR_TYPES,
  ERROR_TYPE_DEFINITIONS,
  type AuthErrorType,
} from '../../src/conventions';

describe('categoryOf', () => {
  it.each(AUTH_ERROR_TYPES)('folds %s as the conventions say', (errorType) => {
    const { reason, fault } = ERROR_TYPE_DEFINITIONS[errorType];

    expect(categoryOf(errorType)).toEqual({ errorType, reason, fault });
  });

  it('answers with one frozen object for each type', () => {
    const categories = new Set<AuthErrorCategory>(AUTH_ERROR_TYPES.map(categoryOf));

    expect(categories.size).toBe(23);
    expect([...categories].every((category) => Object.isFrozen(category))).toBe(true);
    expect(categorizeAuthError({ code: 'ERR_JWT_EXPIRED' })).toBe(categoryOf('expired_token'));
  });

  it('answers unknown for what is no type', () => {
    expect(categoryOf('nonsense' as AuthErrorType).errorType).toBe('unknown');
    expect(isAuthErrorType('nonsense')).toBe(false);
    expect(isAuthErrorType(7)).toBe(false);
    expect(isAuthErrorType('csrf_failed')).toBe(true);
  });
});
