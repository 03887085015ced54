// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin captcha mean. */
export const CAPTCHA_CODES = {
  MISSING_RESPONSE: 'missing_auth',
  UNKNOWN_ERROR: 'beside',
  VERIFICATION_FAILED: 'invalid_credentials',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
