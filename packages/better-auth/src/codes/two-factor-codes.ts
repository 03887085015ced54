// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin twoFactor mean. */
export const TWO_FACTOR_CODES = {
  ACCOUNT_TEMPORARILY_LOCKED: 'account_locked',
  BACKUP_CODES_NOT_ENABLED: 'beside',
  INVALID_BACKUP_CODE: 'invalid_credentials',
  INVALID_CODE: 'invalid_credentials',
  INVALID_TWO_FACTOR_COOKIE: 'invalid_credentials',
  OTP_HAS_EXPIRED: 'expired_token',
  OTP_NOT_CONFIGURED: 'beside',
  OTP_NOT_ENABLED: 'beside',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'account_locked',
  TOTP_ALREADY_ENABLED: 'beside',
  TOTP_NOT_CONFIGURED: 'beside',
  TOTP_NOT_ENABLED: 'beside',
  TWO_FACTOR_NOT_ENABLED: 'beside',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
