// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin multiSession mean. */
export const MULTI_SESSION_CODES = {
  INVALID_SESSION_TOKEN: 'invalid_credentials',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
