// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin haveIBeenPwned mean. */
export const HAVE_I_BEEN_PWNED_CODES = {
  PASSWORD_COMPROMISED: 'invalid_format',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
