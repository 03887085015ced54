import type { AuthObservation } from '@authmeter/core';
import type { AuditEventName } from '@authmeter/core/conventions';

/** Whom each of them is about. */
export const SUBJECT = {
  sourceAddress: '203.0.113.57',
  accountId: 'u-1',
  sessionId: 's-1',
  route: '/things/:id',
};
export const WRONG = { outcome: 'failure', errorType: 'invalid_credentials' } as const;
const WHY_WRONG = { 'error.type': 'invalid_credentials', reason: 'invalid_credentials' };
const EXPIRED = { outcome: 'failure', errorType: 'expired_token' } as const;
const WHY_EXPIRED = { 'error.type': 'expired_token', reason: 'expired_token' };

/** Each source of the conventions once: what is observed, and what the event carries besides its subject. */
export const EVENT_SOURCES: readonly (readonly [
  name: AuditEventName,
  observation: AuthObservation,
  attributes: Readonly<Record<string, unknown>>,
])[] = [
  [
    'auth.login.success',
    { kind: 'login', outcome: 'success', method: 'passkey' },
    { method: 'passkey' },
  ],
  [
    'auth.login.failure',
    { kind: 'login', ...WRONG, method: 'password' },
    { ...WHY_WRONG, method: 'password' },
  ],
  [
    'auth.login.success_after_failures',
    {
      kind: 'security_event',
      event: 'success_after_failures',
      severity: 'warn',
      failedAttempts: 12,
      windowSeconds: 600,
    },
    { failed_attempts: 12, window_seconds: 600 },
  ],
  ['auth.logout', { kind: 'logout', cause: 'admin' }, { cause: 'admin' }],
  [
    'auth.attempt.failure',
    { kind: 'attempt', ...WRONG, method: 'jwt' },
    { ...WHY_WRONG, method: 'jwt' },
  ],
  [
    'auth.authorization.failure',
    {
      kind: 'authorization',
      outcome: 'failure',
      errorType: 'insufficient_permissions',
      policy: 'admin',
    },
    {
      'error.type': 'insufficient_permissions',
      reason: 'insufficient_permissions',
      policy: 'admin',
    },
  ],
  [
    'auth.mfa.success',
    { kind: 'mfa_challenge', factor: 'totp', stage: 'verified', outcome: 'success' },
    { factor: 'totp' },
  ],
  [
    'auth.mfa.failure',
    { kind: 'mfa_challenge', factor: 'sms', stage: 'verified', ...WRONG },
    { ...WHY_WRONG, factor: 'sms' },
  ],
  [
    'auth.token.expired',
    { kind: 'attempt', ...EXPIRED, method: 'jwt' },
    { ...WHY_EXPIRED, method: 'jwt' },
  ],
  ['auth.token.expired', { kind: 'token_refresh', ...EXPIRED }, WHY_EXPIRED],
  [
    'auth.token.expired',
    { kind: 'token_validation', ...EXPIRED, tokenType: 'id' },
    { ...WHY_EXPIRED, token_type: 'id' },
  ],
  [
    'auth.token.expired',
    { kind: 'error', operation: 'token_validate', errorType: 'expired_token' },
    WHY_EXPIRED,
  ],
  [
    'auth.token.issued',
    { kind: 'token_issuance', tokenType: 'access', grantType: 'device_code' },
    { token_type: 'access', grant_type: 'device_code' },
  ],
  [
    'auth.token.revoked',
    { kind: 'token_revocation', tokenType: 'refresh', cause: 'reuse' },
    { token_type: 'refresh', cause: 'reuse' },
  ],
  ['auth.token.refresh_failure', { kind: 'token_refresh', ...WRONG }, WHY_WRONG],
  [
    'session.start',
    { kind: 'session', change: 'started', method: 'session' },
    { method: 'session' },
  ],
  ['session.end', { kind: 'session', change: 'ended', cause: 'timeout' }, { cause: 'timeout' }],
  ['auth.registration.success', { kind: 'registration', outcome: 'success' }, {}],
  [
    'auth.registration.failure',
    { kind: 'registration', ...WRONG, method: 'oidc' },
    { ...WHY_WRONG, method: 'oidc' },
  ],
  ['auth.password.changed', { kind: 'password_reset', event: 'completed' }, {}],
  ['auth.password.reset_requested', { kind: 'password_reset', event: 'requested' }, {}],
  [
    'auth.password.reset_failure',
    { kind: 'password_reset', event: 'failed', errorType: 'expired_token' },
    WHY_EXPIRED,
  ],
  [
    'auth.account.locked',
    { kind: 'lockout', transition: 'locked', cause: 'max_retries' },
    { cause: 'max_retries' },
  ],
  [
    'auth.account.unlocked',
    { kind: 'lockout', transition: 'unlocked', cause: 'admin' },
    { cause: 'admin' },
  ],
  ['auth.account.unlocked', { kind: 'lockout', transition: 'expired' }, {}],
  ['auth.token.reuse', { kind: 'security_event', event: 'token_reuse', severity: 'critical' }, {}],
  ['auth.csrf.failure', { kind: 'security_event', event: 'csrf_failure', severity: 'warn' }, {}],
  [
    'auth.rate_limit.exceeded',
    { kind: 'rate_limit', result: 'limited', limiter: 'login' },
    { limiter: 'login' },
  ],
  [
    'auth.attack.suspected',
    {
      kind: 'security_event',
      event: 'brute_force',
      severity: 'critical',
      failedAttempts: 15,
      windowSeconds: 300,
      accounts: 1,
      sources: 4,
      sinceEpochMilliseconds: 1_699_999_700_000,
      detectionId: 'd-7',
      action: 'account_locked',
    },
    {
      kind: 'brute_force',
      failed_attempts: 15,
      window_seconds: 300,
      accounts: 1,
      sources: 4,
      since: '2023-11-14T22:08:20.000Z',
      detection_id: expect.stringMatching(/^[\da-f]{16}$/),
      action: 'account_locked',
    },
  ],
  [
    'auth.attack.ended',
    { kind: 'security_event_end', event: 'password_spray', failedAttempts: 900 },
    { kind: 'password_spray', failed_attempts: 900 },
  ],
];
