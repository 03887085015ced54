// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin phoneNumber mean. */
export const PHONE_NUMBER_CODES = {
  INVALID_PHONE_NUMBER: 'invalid_format',
  INVALID_PHONE_NUMBER_OR_PASSWORD: 'invalid_credentials',
  OTP_NOT_FOUND: 'invalid_credentials',
  PHONE_NUMBER_CANNOT_BE_SET: 'beside',
  PHONE_NUMBER_CANNOT_BE_UPDATED: 'beside',
  PHONE_NUMBER_EXIST: 'beside',
  PHONE_NUMBER_NOT_EXIST: 'user_not_found',
  PHONE_NUMBER_NOT_VERIFIED: 'challenge_required',
  PHONE_NUMBER_PENDING_VERIFICATION: 'challenge_required',
  SEND_OTP_NOT_IMPLEMENTED: 'configuration_error',
  UNEXPECTED_ERROR: 'internal_error',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
