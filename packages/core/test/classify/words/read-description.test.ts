import { readDescription } from '../../../src/classify/words/read-description';

describe('readDescription', () => {
  it.each([
    ['The access token expired', 'expired_token'],
    ['Token is not active', 'expired_token'],
    ['Maximum allowed refresh token reuse exceeded', 'token_reuse'],
    ['The token was revoked', 'token_revoked'],
    ['Account disabled', 'user_disabled'],
    ['user is blocked', 'user_disabled'],
    ['Account is not fully set up', 'challenge_required'],
    ['AADSTS50126: Error validating credentials', 'invalid_credentials'],
    ['AADSTS50053: The account is locked', 'account_locked'],
    ['AADSTS7000222: The provided client secret keys are expired', 'configuration_error'],
    ['AADSTS99999: never heard of, but expired', 'expired_token'],
    ['Invalid user credentials', undefined],
    ['Unknown or invalid refresh token.', undefined],
    [
      'The provided authorization grant is invalid, expired, revoked, or was issued to another client.',
      undefined,
    ],
  ])('reads %p as %p', (description, errorType) => {
    expect(readDescription(description)).toBe(errorType);
  });
});
