// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin anonymous mean. */
export const ANONYMOUS_CODES = {
  ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY: 'beside',
  COULD_NOT_CREATE_SESSION: 'dependency_error',
  DELETE_ANONYMOUS_USER_DISABLED: 'beside',
  FAILED_TO_DELETE_ANONYMOUS_USER: 'beside',
  FAILED_TO_DELETE_ANONYMOUS_USER_SESSIONS: 'beside',
  INVALID_EMAIL_FORMAT: 'invalid_format',
  USER_IS_NOT_ANONYMOUS: 'beside',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
