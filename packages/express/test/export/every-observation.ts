import type { AuthObservation } from '@authmeter/core';

const JUNE_2026_EPOCH_SECONDS = 1_780_000_000;

/** One observation of every kind, and more where outcomes differ: together they touch every metric. */
export const EVERY_OBSERVATION: readonly AuthObservation[] = [
  { kind: 'logout', cause: 'user', durationSeconds: 0.01 },
  { kind: 'registration', outcome: 'success', method: 'password', durationSeconds: 0.3 },
  { kind: 'registration', outcome: 'failure', errorType: 'invalid_format', method: 'password' },
  { kind: 'token_validation', outcome: 'success', durationSeconds: 0.0002 },
  {
    kind: 'token_validation',
    outcome: 'failure',
    errorType: 'unknown_key',
    durationSeconds: 0.002,
  },
  {
    kind: 'token_use',
    method: 'jwt',
    token: {
      issuedAtEpochSeconds: JUNE_2026_EPOCH_SECONDS - 90,
      expiresAtEpochSeconds: JUNE_2026_EPOCH_SECONDS + 45,
    },
  },
  { kind: 'token_issuance', tokenType: 'access', grantType: 'password' },
  { kind: 'token_refresh', outcome: 'success', durationSeconds: 0.02 },
  { kind: 'token_refresh', outcome: 'failure', errorType: 'token_reuse' },
  { kind: 'token_revocation', tokenType: 'refresh', cause: 'reuse' },
  { kind: 'session', change: 'started', method: 'password' },
  { kind: 'session', change: 'started', method: 'password' },
  { kind: 'session', change: 'ended', method: 'password', cause: 'timeout', durationSeconds: 3000 },
  { kind: 'oauth_step', step: 'callback', outcome: 'success', provider: 'github' },
  {
    kind: 'mfa_challenge',
    factor: 'totp',
    stage: 'verified',
    outcome: 'failure',
    errorType: 'invalid_credentials',
  },
  { kind: 'password_reset', event: 'requested' },
  { kind: 'password_hash', algorithm: 'argon2', operation: 'verify', durationSeconds: 0.12 },
  { kind: 'error', operation: 'token_issue', errorType: 'dependency_error' },
  { kind: 'guest', event: 'created' },
  {
    kind: 'authorization',
    outcome: 'failure',
    errorType: 'insufficient_permissions',
    policy: 'admin',
  },
  { kind: 'rate_limit', limiter: 'login', result: 'allowed', usageRatio: 0.4 },
  {
    kind: 'rate_limit',
    limiter: 'login',
    result: 'limited',
    usageRatio: 1,
    sourceAddress: '203.0.113.9',
    accountId: 'ada',
  },
  { kind: 'lockout', cause: 'max_retries', transition: 'locked' },
  { kind: 'security_event', event: 'brute_force', severity: 'critical' },
  {
    kind: 'attempt',
    outcome: 'success',
    method: 'jwt',
    accountId: 'ada',
    sourceAddress: '198.51.100.4',
  },
  {
    kind: 'attempt',
    outcome: 'failure',
    errorType: 'expired_token',
    method: 'jwt',
    accountId: 'ada',
    sourceAddress: '2001:db8:7::1',
    durationSeconds: 0.004,
  },
  {
    kind: 'login',
    outcome: 'failure',
    errorType: 'invalid_credentials',
    method: 'password',
    durationSeconds: 0.2,
  },
  { kind: 'credential_rotation', credentialType: 'signing_key', outcome: 'success' },
  {
    kind: 'credential_age',
    credentialType: 'signing_key',
    state: 'current',
    createdAtEpochSeconds: JUNE_2026_EPOCH_SECONDS - 86_400,
  },
  { kind: 'key_lookup', result: 'hit' },
  { kind: 'dependency_check', dependency: 'database', up: true, durationSeconds: 0.003 },
  { kind: 'dependency_check', dependency: 'jwks', up: false, durationSeconds: 2 },
  { kind: 'instrumentation_failure', component: 'observer' },
  { kind: 'dropped_events', component: 'audit', count: 3 },
];

/** The instant at which everything is observed, in epoch milliseconds. */
export const OBSERVED_AT_EPOCH_MILLISECONDS = JUNE_2026_EPOCH_SECONDS * 1000;
