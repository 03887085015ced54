// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin deviceAuthorization mean. */
export const DEVICE_AUTHORIZATION_CODES = {
  ACCESS_DENIED: 'access_denied',
  AUTHENTICATION_REQUIRED: 'missing_auth',
  AUTHORIZATION_PENDING: 'challenge_required',
  DEVICE_CODE_ALREADY_PROCESSED: 'invalid_credentials',
  DEVICE_CODE_NOT_CLAIMED: 'beside',
  EXPIRED_DEVICE_CODE: 'expired_token',
  EXPIRED_USER_CODE: 'expired_token',
  INVALID_DEVICE_CODE: 'invalid_credentials',
  INVALID_DEVICE_CODE_STATUS: 'beside',
  INVALID_USER_CODE: 'invalid_credentials',
  POLLING_TOO_FREQUENTLY: 'rate_limited',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
