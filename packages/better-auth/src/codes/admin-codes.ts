// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import type { CodeMeaning } from '../code-meaning';

/** What the error codes of the plugin admin mean. */
export const ADMIN_CODES = {
  BANNED_USER: 'user_disabled',
  INVALID_ROLE_TYPE: 'beside',
  NO_DATA_TO_UPDATE: 'beside',
  PASSWORD_CANNOT_BE_UPDATED_VIA_UPDATE_USER: 'beside',
  USER_ID_CANNOT_BE_UPDATED: 'beside',
  YOU_ARE_NOT_ALLOWED_TO_BAN_USERS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_CHANGE_USERS_ROLE: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_CREATE_USERS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_DELETE_USERS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_GET_USER: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_IMPERSONATE_USERS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_LIST_USERS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_LIST_USERS_SESSIONS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_REVOKE_USERS_SESSIONS: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_SET_NON_EXISTENT_VALUE: 'beside',
  YOU_ARE_NOT_ALLOWED_TO_SET_USERS_EMAIL: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_SET_USERS_PASSWORD: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_SET_USERS_PHONE_NUMBER: 'insufficient_permissions',
  YOU_ARE_NOT_ALLOWED_TO_UPDATE_USERS: 'insufficient_permissions',
  YOU_CANNOT_BAN_YOURSELF: 'beside',
  YOU_CANNOT_IMPERSONATE_ADMINS: 'insufficient_permissions',
  YOU_CANNOT_REMOVE_YOURSELF: 'beside',
} as const satisfies Readonly<Record<string, CodeMeaning>>;
