// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin passkey mean. */
export const PASSKEY_CODES = {
  AUTHENTICATION_FAILED: 'invalid_credentials',
  AUTH_CANCELLED: 'access_denied',
  CHALLENGE_NOT_FOUND: 'expired_token',
  FAILED_TO_UPDATE_PASSKEY: 'beside',
  FAILED_TO_VERIFY_REGISTRATION: 'invalid_credentials',
  PASSKEY_NOT_FOUND: 'invalid_credentials',
  PREVIOUSLY_REGISTERED: 'beside',
  REGISTRATION_CANCELLED: 'access_denied',
  RESOLVED_USER_INVALID: 'beside',
  RESOLVE_USER_REQUIRED: 'configuration_error',
  SESSION_REQUIRED: 'missing_auth',
  UNABLE_TO_CREATE_SESSION: 'dependency_error',
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: 'insufficient_permissions',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
