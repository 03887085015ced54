// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin username mean. */
export const USERNAME_CODES = {
  INVALID_DISPLAY_USERNAME: 'invalid_format',
  INVALID_USERNAME: 'invalid_format',
  INVALID_USERNAME_OR_PASSWORD: 'invalid_credentials',
  USERNAME_IS_ALREADY_TAKEN: 'beside',
  USERNAME_IS_IMMUTABLE: 'beside',
  USERNAME_TOO_LONG: 'invalid_format',
  USERNAME_TOO_SHORT: 'invalid_format',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
