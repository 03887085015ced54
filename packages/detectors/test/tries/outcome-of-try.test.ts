import { ROOT_CONTEXT } from '@opentelemetry/api';
import { categoryOf, type AuthObservation } from '@authmeter/core';
import { AUTH_ERROR_TYPES, type AuthErrorType } from '@authmeter/core/conventions';
import { outcomeOfTry } from '../../src/tries/outcome-of-try';

function outcomeOf(observation: AuthObservation, errorType?: AuthErrorType) {
  return outcomeOfTry({
    observation,
    atEpochMilliseconds: 0,
    context: ROOT_CONTEXT,
    ...(errorType === undefined ? {} : { failure: categoryOf(errorType) }),
  });
}

describe('the outcome of a try', () => {
  it('is a failure for these causes of a failed login, and for no others', () => {
    const login = { kind: 'login', outcome: 'failure' } as const;
    const failures = AUTH_ERROR_TYPES.filter((type) => outcomeOf(login, type) === 'failure');

    expect(failures.sort()).toEqual([
      'account_locked',
      'invalid_credentials',
      'rate_limited',
      'unknown',
      'user_disabled',
      'user_not_found',
    ]);
    expect(AUTH_ERROR_TYPES.filter((type) => outcomeOf(login, type) === 'success')).toEqual([]);
  });

  it('is no failure of an attempt that was throttled, or refused for a cause that nobody knows', () => {
    const attempt = { kind: 'attempt', method: 'api_key', outcome: 'failure' } as const;
    const failures = AUTH_ERROR_TYPES.filter((type) => outcomeOf(attempt, type) === 'failure');

    expect(failures.sort()).toEqual([
      'account_locked',
      'invalid_credentials',
      'user_disabled',
      'user_not_found',
    ]);
  });

  it('is none for the second factor of a login that is told by itself', () => {
    const observation = {
      kind: 'mfa_challenge',
      factor: 'totp',
      stage: 'verified',
      outcome: 'success',
    } as const;
    const counted = { observation, atEpochMilliseconds: 0, context: ROOT_CONTEXT };

    expect(outcomeOfTry({ ...counted, isPart: true })).toBeUndefined();
  });

  it.each<readonly [string, AuthObservation, 'success' | undefined]>([
    ['a login', { kind: 'login', outcome: 'success' }, 'success'],
    ['a login by passkey', { kind: 'login', method: 'passkey', outcome: 'success' }, undefined],
    ['an API key', { kind: 'attempt', method: 'api_key', outcome: 'success' }, 'success'],
    ['basic authentication', { kind: 'attempt', method: 'basic', outcome: 'success' }, 'success'],
    ['a method of the host', { kind: 'attempt', method: 'pin', outcome: 'success' }, 'success'],
    ['a JWT', { kind: 'attempt', method: 'jwt', outcome: 'success' }, undefined],
    ['an attempt of no method', { kind: 'attempt', outcome: 'success' }, undefined],
    [
      'a second factor',
      { kind: 'mfa_challenge', factor: 'totp', stage: 'verified', outcome: 'success' },
      'success',
    ],
    [
      'a code that was sent',
      { kind: 'mfa_challenge', factor: 'sms', stage: 'issued', outcome: 'success' },
      undefined,
    ],
    ['a refresh', { kind: 'token_refresh', outcome: 'success' }, undefined],
    ['a registration', { kind: 'registration', outcome: 'success' }, undefined],
  ])('of %s', (_what, observation, expected) => {
    expect(outcomeOf(observation)).toBe(expected);
  });
});
