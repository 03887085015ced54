/** What was going on: every duration and every error names its operation. */
export const AUTH_OPERATIONS = [
  'authenticate',
  'login',
  'logout',
  'register',
  'token_validate',
  'token_issue',
  'token_refresh',
  'token_revoke',
  'oauth_start',
  'oauth_callback',
  'password_reset',
  'mfa_verify',
  'authorize',
] as const;
export type AuthOperation = (typeof AUTH_OPERATIONS)[number];
