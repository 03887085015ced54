import {
  AUTHORIZATIONS,
  CREDENTIAL_ROTATIONS,
  LOCKOUTS,
  LOGOUTS,
  PASSWORD_RESETS,
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  SECURITY_EVENTS_DETECTED,
  SESSIONS_ACTIVE,
  TOKEN_ISSUANCES,
  TOKEN_REVOCATIONS,
  type AuthErrorType,
  type AuthOutcome,
  type EndCause,
  type LockoutCause,
  type LockoutTransition,
  type PasswordResetEvent,
  type SecurityEvent,
  type Severity,
} from '@authmeter/core/conventions';
import { failed } from './attempt-effects';
import type { Effect } from './counted-event';

const SESSION_LABELS = { method: 'password' };

/** A token or key was handed out; `_OTHER` stands for a key that no grant led to. */
export function issued(tokenType: string, grantType: string): Effect {
  return () => [
    { metric: TOKEN_ISSUANCES, labels: { token_type: tokenType, grant_type: grantType } },
  ];
}

/** A token or key was withdrawn. */
export function revoked(tokenType: string, cause: EndCause): Effect {
  return () => [{ metric: TOKEN_REVOCATIONS, labels: { token_type: tokenType, cause } }];
}

export const startedSession: Effect = () => [{ metric: SESSIONS_ACTIVE, labels: SESSION_LABELS }];

/** One session ended, and its refresh token with it. */
export function endedSession(cause: EndCause): Effect {
  return (source) => [
    { metric: SESSIONS_ACTIVE, labels: SESSION_LABELS, change: -1 },
    ...revoked('refresh', cause)(source),
  ];
}

/** All sessions of the account ended. */
export function endedAllSessions(cause: EndCause): Effect {
  return (source) =>
    Array.from({ length: source.openSessions }, () => endedSession(cause)(source)).flat();
}

export const loggedOut: Effect = () => [{ metric: LOGOUTS, labels: { cause: 'user' } }];

/** A step of a password reset; `failed` with its cause. */
export function resetPassword(event: PasswordResetEvent, errorType?: AuthErrorType): Effect {
  return () => [
    { metric: PASSWORD_RESETS, labels: { event } },
    ...failed('password_reset', errorType),
  ];
}

/** The policy for operators decided. */
export function authorized(outcome: AuthOutcome): Effect {
  return () => [{ metric: AUTHORIZATIONS, labels: { outcome, policy: 'admin' } }];
}

/** A limiter let a request pass. */
export function allowed(limiter: string): Effect {
  return () => [{ metric: RATE_LIMIT_REQUESTS, labels: { limiter, result: 'allowed' } }];
}

/** A limiter refused a request. */
export function limited(limiter: string): Effect {
  return ({ network }) => [
    { metric: RATE_LIMIT_REQUESTS, labels: { limiter, result: 'limited' } },
    { metric: RATE_LIMIT_HITS, labels: { limiter, ip_address: network } },
  ];
}

/** An account was locked or unlocked. */
export function lockedOut(cause: LockoutCause, transition: LockoutTransition): Effect {
  return () => [{ metric: LOCKOUTS, labels: { cause, transition } }];
}

/** Something happened that smells of an attack. */
export function alarmed(event: SecurityEvent, severity: Severity): Effect {
  return () => [{ metric: SECURITY_EVENTS_DETECTED, labels: { event, severity } }];
}

export const rotatedKey: Effect = () => [
  {
    metric: CREDENTIAL_ROTATIONS,
    labels: { credential_type: 'signing_key', outcome: 'success' },
  },
];
