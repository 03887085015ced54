// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin emailOTP mean. */
export const EMAIL_OTP_CODES = {
  INVALID_OTP: 'invalid_credentials',
  OTP_EXPIRED: 'expired_token',
  TOO_MANY_ATTEMPTS: 'account_locked',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
