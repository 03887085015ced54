// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin oauthPopup mean. */
export const OAUTH_POPUP_CODES = {
  POPUP_BLOCKED: 'beside',
  POPUP_CLOSED: 'access_denied',
  POPUP_SIGN_IN_FAILED: 'beside',
  POPUP_TIMEOUT: 'beside',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
