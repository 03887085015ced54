import { readPhrase } from '../../../src/classify/words/read-phrase';

describe('readPhrase', () => {
  it.each([
    ['Token expired', 'expired_token'],
    ['Your session has expired, please log in again', 'expired_token'],
    ['Incorrect username or password.', 'invalid_credentials'],
    ['Invalid or expired token', 'invalid_credentials'],
    ['Invalid API key', 'invalid_credentials'],
    ['API key is required', 'missing_auth'],
    ['No token provided', 'missing_auth'],
    ['Missing authorization header', 'missing_auth'],
    ['Invalid authorization header', 'invalid_format'],
    ['User doesn’t exist', 'user_not_found'],
    ["User doesn't exist", 'user_not_found'],
    ['User is disabled', 'user_disabled'],
    ['Account locked', 'account_locked'],
    ['Two-factor authentication required', 'challenge_required'],
    ['2FA required', 'challenge_required'],
    ['Please verify your email', 'challenge_required'],
    ['Invalid CSRF token', 'csrf_failed'],
    ['Rate limit exceeded, retry in 1 minute', 'rate_limited'],
    ['Access denied', 'access_denied'],
    ['Invalid password: "hunter2 expired"', 'invalid_credentials'],
    ['Invalid  password ', 'invalid_credentials'],
    ['- Invalid pass-word', 'invalid_credentials'],
    ['Token expired'.padEnd(80), 'expired_token'],
    [`${'Token expired'.padEnd(80)}.`, 'expired_token'],
  ])('reads %p as %s', (message, errorType) => {
    expect(readPhrase(message)).toBe(errorType);
  });

  it.each([
    'Winter is coming',
    'Unauthorized',
    '"token expired"',
    '(expired) token',
    'Expired',
    'Token expired'.padEnd(81),
    'Token “expired”',
    'Tokén expired',
    'please try again',
    'Cannot open file token expired',
    'token expired'.padStart(90, 'a '),
    'expiredexpiredexpiredexpiredexpired token',
    '',
  ])('says nothing about %p, of which it does not know every word', (message) => {
    expect(readPhrase(message)).toBeUndefined();
  });
});
