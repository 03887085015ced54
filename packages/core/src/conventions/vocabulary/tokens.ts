export const TOKEN_TYPES = ['access', 'refresh', 'id', 'session', 'api_key', 'one_time'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** OAuth 2 grants by which a token is issued. Source: RFC 6749, 8628 and 8693. */
export const GRANT_TYPES = [
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'password',
  'device_code',
  'token_exchange',
] as const;
export type GrantType = (typeof GRANT_TYPES)[number];

/** Why a session ended or a token was withdrawn. */
export const END_CAUSES = [
  'user',
  'timeout',
  'admin',
  'rotation',
  'reuse',
  'password_change',
  'other',
] as const;
export type EndCause = (typeof END_CAUSES)[number];
