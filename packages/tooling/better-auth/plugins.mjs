/** @typedef {{ readonly $ERROR_CODES?: object }} MadePlugin */

const nothing = () => Promise.resolve();

/**
 * How each plugin that may have error codes is made, by its export of `better-auth/plugins`, or by the name of its
 * own package.
 * @type {Record<string, (make: any) => MadePlugin>}
 */
export const PLUGINS = {
  admin: (make) => make(),
  anonymous: (make) => make(),
  bearer: (make) => make(),
  captcha: (make) => make({ provider: 'cloudflare-turnstile', secretKey: 'a key' }),
  customSession: (make) => make(nothing),
  deviceAuthorization: (make) => make(),
  emailOTP: (make) => make({ sendVerificationOTP: nothing }),
  genericOAuth: (make) => make({ config: [] }),
  haveIBeenPwned: (make) => make(),
  jwt: (make) => make(),
  lastLoginMethod: (make) => make(),
  magicLink: (make) => make({ sendMagicLink: nothing }),
  multiSession: (make) => make(),
  oAuthProxy: (make) => make(),
  oauthPopup: (make) => make(),
  oneTap: (make) => make(),
  oneTimeToken: (make) => make(),
  openAPI: (make) => make(),
  organization: (make) => make(),
  phoneNumber: (make) => make(),
  siwe: (make) => make({ domain: 'a domain', getNonce: nothing, verifyMessage: nothing }),
  twoFactor: (make) => make(),
  username: (make) => make(),
};

/** Plugins that are packages of their own: the name of the export. */
export const SEPARATE_PLUGINS = {
  '@better-auth/api-key': 'apiKey',
  '@better-auth/passkey': 'passkey',
};

/** What else `better-auth/plugins` exports as a function and is no plugin of a server. */
export const NO_PLUGINS = new Set([
  'auth0',
  'createAccessControl',
  'createJwk',
  'generateExportedKeyPair',
  'getJwtToken',
  'getOrgAdapter',
  'gumroad',
  'hasPermission',
  'hubspot',
  'isPasswordCompromised',
  'keycloak',
  'line',
  'microsoftEntraId',
  'okta',
  'parseRoles',
  'patreon',
  'redeemDeviceCode',
  'resolveSigningKey',
  'role',
  'signJWT',
  'slack',
  'testUtils',
  'toExpJWT',
  'twoFactorClient',
  'verifyJWT',
  'yandex',
]);
