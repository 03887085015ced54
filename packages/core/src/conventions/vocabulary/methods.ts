/** Ways to authenticate. The option `methods` adds more; any other value is recorded as `_OTHER`. */
export const AUTH_METHODS = [
  'jwt',
  'api_key',
  'oauth',
  'password',
  'session',
  'passkey',
  'otp',
  'magic_link',
  'basic',
  'saml',
  'oidc',
  'mtls',
  'ldap',
  'guest',
] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];
