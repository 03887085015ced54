import type { DeclaredOperation } from '@authmeter/core';
import type { Endpoint } from './endpoint';
import { GUARDED_ENDPOINTS } from './guarded-endpoints';

const login = (method: string): Endpoint => ({ operation: { operation: 'login', method } });
const reset = (event: 'requested' | 'completed'): Endpoint => ({
  operation: { operation: 'password_reset', event },
  ...(event === 'completed' ? { ends: 'password_change' } : {}),
});
const factor = (name: string): Endpoint => ({ factor: name });
const revocation: Endpoint = { ends: 'user', revokes: true };
const oauthStart: DeclaredOperation = { operation: 'oauth_start' };
const oauthCallback: Endpoint = { operation: { operation: 'oauth_callback', method: 'oauth' } };

/** Endpoints by their path, or by their name where they are called in process only. Source: Better Auth 1.7.25. */
const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ...GUARDED_ENDPOINTS,
  ['/sign-up/email', { operation: { operation: 'register', method: 'password' } }],
  ['/sign-in/email', login('password')],
  ['/sign-in/username', login('password')],
  ['/sign-in/phone-number', login('password')],
  ['/sign-in/email-otp', login('otp')],
  ['/phone-number/verify', login('otp')],
  ['/one-time-token/verify', login('otp')],
  ['/magic-link/verify', login('magic_link')],
  ['/passkey/verify-authentication', login('passkey')],
  ['/siwe/verify', login('siwe')],
  ['/one-tap/callback', login('oidc')],
  [
    '/sign-in/social',
    {
      operation: oauthStart,
      operationWith: { field: 'idToken', operation: { operation: 'login', method: 'oidc' } },
    },
  ],
  ['/link-social', { operation: oauthStart }],
  ['/oauth-popup/start', { operation: oauthStart }],
  ['/callback/:id', oauthCallback],
  ['/oauth-proxy-callback', oauthCallback],
  ['/two-factor/verify-totp', factor('totp')],
  ['/two-factor/verify-otp', factor('otp')],
  ['/two-factor/verify-backup-code', factor('recovery_code')],
  ['/sign-in/anonymous', { isGuestLogin: true }],
  ['/sign-out', { operation: { operation: 'logout' }, ends: 'user' }],
  ['/get-session', { isLook: true }],
  ['/ok', { isLook: true }],
  ['/error', { isLook: true }],
  ['/revoke-session', revocation],
  ['/revoke-sessions', revocation],
  ['/revoke-other-sessions', revocation],
  ['/multi-session/revoke', revocation],
  ['/delete-user', { ends: 'user' }],
  ['/delete-user/callback', { ends: 'user' }],
  ['/change-password', { ends: 'password_change' }],
  ['/request-password-reset', reset('requested')],
  ['/email-otp/request-password-reset', reset('requested')],
  ['/forget-password/email-otp', reset('requested')],
  ['/phone-number/request-password-reset', reset('requested')],
  ['/reset-password', reset('completed')],
  ['/email-otp/reset-password', reset('completed')],
  ['/phone-number/reset-password', reset('completed')],
  [
    '/device/token',
    {
      operation: { operation: 'token_issue', tokenType: 'session', grantType: 'device_code' },
    },
  ],
  ['/token', { tells: { kind: 'token_issuance', tokenType: 'access' } }],
  ['/refresh-token', { tells: { kind: 'oauth_step', step: 'refresh', outcome: 'success' } }],
  ['/api-key/create', { tells: { kind: 'token_issuance', tokenType: 'api_key' } }],
  ['/api-key/delete', { tells: { kind: 'token_revocation', tokenType: 'api_key', cause: 'user' } }],
  ['verifyApiKey', { judgesApiKey: true }],
]);

const NO_ROW: Endpoint = {};

/** The row of an endpoint that a hook names by its path, or else by its name. */
export function findEndpoint(path: string | undefined, name?: string): Endpoint {
  return ENDPOINTS.get(path ?? name ?? '') ?? NO_ROW;
}

/** The row of the endpoint that a URL leads to, wherever Better Auth is mounted. */
export function findEndpointOfUrl(url: string): Endpoint {
  const segments = new URL(url).pathname.split('/').slice(1);
  for (let first = 0; first < segments.length; first += 1) {
    const path = `/${segments.slice(first).join('/')}`;
    const template = path.replace(/[^/]+$/, ':id');
    const found = ENDPOINTS.get(path) ?? ENDPOINTS.get(template);
    if (found !== undefined) return found;
  }
  return NO_ROW;
}
