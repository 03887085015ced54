import {
  AUTHORIZATIONS,
  GUESTS,
  SESSIONS_ACTIVE,
  TOKEN_ISSUANCES,
  type AuthErrorType,
  type AuthMethod,
  type AuthOutcome,
} from '@authmeter/core/conventions';
import { attempted, loggedIn, registered } from '../../truth/attempt-effects';
import { allowed } from '../../truth/service-effects';
import type { Effect } from '../../truth/counted-event';

/** Better Auth's own limiter lets every request pass that it does not refuse. */
export const PASSED = allowed('better-auth');

const SESSION = { method: 'session' };
export const sessionStarted: Effect = () => [{ metric: SESSIONS_ACTIVE, labels: SESSION }];
export const sessionEnded: Effect = () => [
  { metric: SESSIONS_ACTIVE, labels: SESSION, change: -1 },
];

/** Somebody logged in and got a session, or was refused. */
export function signedIn(errorType?: AuthErrorType, method: AuthMethod = 'password') {
  const logged = [PASSED, loggedIn(errorType, method)];
  return errorType === undefined ? [...logged, sessionStarted] : logged;
}

/** Somebody made an account and got a session. */
export const signedUp = [PASSED, registered(), sessionStarted];

/** A request by session was served, or refused for a cause. */
export function askedFor(errorType?: AuthErrorType, method: AuthMethod = 'session') {
  return [PASSED, attempted(method, errorType)];
}

/** A plugin decided on a permission. */
export function decided(outcome: AuthOutcome, policy: 'admin' | 'organization'): Effect {
  return () => [{ metric: AUTHORIZATIONS, labels: { outcome, policy } }];
}

export const guestCreated: Effect = () => [{ metric: GUESTS, labels: { event: 'created' } }];

export const keyIssued: Effect = () => [
  { metric: TOKEN_ISSUANCES, labels: { token_type: 'api_key', grant_type: '_OTHER' } },
];
