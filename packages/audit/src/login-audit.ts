import {
  getDefaultAuthMeter,
  type AuthMeter,
  type AuthMethodName,
  type SubjectFacts,
  type Verdict,
} from '@authmeter/core';
import type { GrantType, TokenType } from '@authmeter/core/conventions';

/** Whose login it is. Values leave masked, hashed or not at all. */
export interface LoginSubject extends SubjectFacts {
  /** Default `password`. */
  readonly method?: AuthMethodName;
}

/** Whose token was issued, and what for. */
export interface IssuedToken extends SubjectFacts {
  readonly grantType?: GrantType | (string & {});
}

const USUAL_METHOD = 'password';

/**
 * Tells that somebody logged in: counts one login and one attempt, and yields the event of a login. Never throws.
 * Source: seed 003.
 *
 * @param meter Default: the default meter, see `setDefaultAuthMeter`.
 */
export function logLoginSuccess(
  subject: LoginSubject,
  meter: AuthMeter = getDefaultAuthMeter(),
): void {
  meter.record({ method: USUAL_METHOD, ...subject, kind: 'login', outcome: 'success' });
}

/**
 * Tells that a login failed. Never throws. Source: seed 003.
 *
 * @param cause What was thrown, or the error type; neither the error nor its message leaves the process.
 * @param meter Default: the default meter.
 */
export function logLoginFailure(
  subject: LoginSubject,
  cause: Pick<Verdict, 'error' | 'errorType'>,
  meter: AuthMeter = getDefaultAuthMeter(),
): void {
  const { error, errorType } = cause;
  meter.record({
    method: USUAL_METHOD,
    ...subject,
    kind: 'login',
    outcome: 'failure',
    ...(errorType === undefined ? { error } : { errorType }),
  });
}

/**
 * Tells that a token was issued. Never throws. Source: seed 003.
 *
 * @param meter Default: the default meter.
 */
export function logTokenIssued(
  subject: IssuedToken,
  tokenType: TokenType | (string & {}),
  meter: AuthMeter = getDefaultAuthMeter(),
): void {
  meter.record({ ...subject, kind: 'token_issuance', tokenType });
}
