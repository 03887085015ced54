// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin genericOAuth mean. */
export const GENERIC_OAUTH_CODES = {
  INVALID_OAUTH_CONFIGURATION: 'configuration_error',
  TOKEN_URL_NOT_FOUND: 'configuration_error',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
