import type { AuthErrorType } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import { categoryOf } from './auth-error-category';

/** What a bare status says. Not in the table: nothing. Source: RFC 9110 section 15, RFC 4918, RFC 6585. */
const TYPE_BY_STATUS: ReadonlyMap<number, AuthErrorType> = new Map([
  [400, 'invalid_format'],
  [403, 'insufficient_permissions'],
  [407, 'missing_auth'],
  [413, 'invalid_format'],
  [415, 'invalid_format'],
  // No registered meaning; frameworks answer it when a page's CSRF token went stale.
  [419, 'csrf_failed'],
  [422, 'invalid_format'],
  [423, 'account_locked'],
  [428, 'challenge_required'],
  [429, 'rate_limited'],
  [431, 'invalid_format'],
  [440, 'expired_token'],
  [498, 'invalid_credentials'],
  [499, 'unknown'],
  [500, 'internal_error'],
  [501, 'configuration_error'],
  [502, 'dependency_error'],
  [503, 'dependency_error'],
  [504, 'dependency_error'],
]);

/**
 * What a status says when nothing else speaks. A 401 is `missing_auth` if no credential came, and
 * otherwise `unknown`: a refused credential may be wrong, or its store may be down. Never throws.
 */
export function categorizeStatus(status: number, credentialPresent?: boolean): AuthErrorCategory {
  if (status === 401 && credentialPresent === false) return categoryOf('missing_auth');
  return categoryOf(typeOfStatus(status) ?? 'unknown');
}

/** The type that a status stands for, or undefined. */
export function typeOfStatus(status: number): AuthErrorType | undefined {
  return TYPE_BY_STATUS.get(status);
}
