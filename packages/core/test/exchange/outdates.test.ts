import { categoryOf } from '../../src/classify/auth-error-category';
import type { AuthErrorType, AuthOperation } from '../../src/conventions';
import { outdates } from '../../src/exchange/outdates';

type Found = readonly [AuthErrorType | undefined, AuthOperation];

const category = (errorType: AuthErrorType | undefined) => errorType && categoryOf(errorType);

describe('outdates', () => {
  it.each<readonly [string, Found, Found, boolean]>([
    ['anything after a success', [undefined, 'token_validate'], ['unknown', 'login'], true],
    ['another try that succeeds', ['expired_token', 'login'], [undefined, 'login'], true],
    ['a success of another kind', ['expired_token', 'login'], [undefined, 'mfa_verify'], false],
    ['a later failure', ['expired_token', 'login'], ['invalid_claims', 'mfa_verify'], true],
    ['a wrapper that says no more', ['expired_token', 'login'], ['unknown', 'login'], false],
    [
      'a wrapper that says the same',
      ['expired_token', 'login'],
      ['expired_token', 'authenticate'],
      false,
    ],
    ['what says more than before', ['unknown', 'login'], ['expired_token', 'login'], true],
  ])('%s', (_what, [before, innerOperation], [failure, operation], expected) => {
    const found = { innerFailure: category(before), innerOperation };

    expect(outdates(found, category(failure), operation)).toBe(expected);
  });
});
