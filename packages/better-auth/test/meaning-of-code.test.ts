import { AUTH_ERROR_TYPES } from '@authmeter/core/conventions';
import { ERROR_CODES } from '../src/codes/error-codes';
import { meaningOfCode } from '../src/meaning-of-code';
import { REDIRECT_CODES } from '../src/redirect-codes';

describe('the meaning of a code', () => {
  it('is an error type, or that it is about something else', () => {
    const meanings = new Set([...Object.values(ERROR_CODES), ...Object.keys(REDIRECT_CODES)]);

    expect([...meanings].filter((type) => !(AUTH_ERROR_TYPES as string[]).includes(type))).toEqual([
      'beside',
    ]);
  });

  it.each([
    ['INVALID_EMAIL_OR_PASSWORD', 'invalid_credentials'],
    ['BANNED_USER', 'user_disabled'],
    ['EMAIL_NOT_VERIFIED', 'challenge_required'],
    ['INVALID_ORIGIN', 'csrf_failed'],
    ['state_mismatch', 'csrf_failed'],
    ['access_denied', 'access_denied'],
    ['ORGANIZATION_ALREADY_EXISTS', 'beside'],
    ['NEVER_HEARD_OF', undefined],
    [undefined, undefined],
  ])('is read: %s is %s', (code, meaning) => {
    expect(meaningOfCode(code)).toBe(meaning);
  });
});
