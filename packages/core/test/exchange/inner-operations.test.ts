import { innerOperationOf } from '../../src/exchange/inner-operations';
import type { AuthObservation } from '../../src/model/auth-observation';

describe('innerOperationOf', () => {
  it.each<readonly [AuthObservation, string]>([
    [{ kind: 'token_validation', outcome: 'success' }, 'token_validate'],
    [{ kind: 'oauth_step', step: 'start', outcome: 'success' }, 'oauth_start'],
    [{ kind: 'oauth_step', step: 'userinfo', outcome: 'failure' }, 'oauth_callback'],
    [
      { kind: 'mfa_challenge', factor: 'totp', stage: 'verified', outcome: 'failure' },
      'mfa_verify',
    ],
    [{ kind: 'authorization', outcome: 'failure' }, 'authorize'],
    [{ kind: 'error', operation: 'token_issue' }, 'token_issue'],
  ])('lets %j inform as %s', (observation, expected) => {
    expect(innerOperationOf(observation)).toBe(expected);
  });

  it.each<AuthObservation>([
    { kind: 'token_issuance' },
    { kind: 'session', change: 'started' },
    { kind: 'rate_limit', result: 'limited' },
    { kind: 'security_event', event: 'brute_force', severity: 'critical' },
    { kind: 'password_hash', algorithm: 'argon2', operation: 'verify', durationSeconds: 1 },
  ])('lets %j stand for itself', (observation) => {
    expect(innerOperationOf(observation)).toBeUndefined();
  });
});
