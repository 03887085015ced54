import type { AuthErrorType } from '../../conventions';
import type { Clue, ClueTable, MessagePrefix } from '../clue';
import { readStatus } from '../read-status';

/** firebase-admin's catch-all code; the text says what was wrong with which token. */
const FIREBASE_ARGUMENT_MESSAGES: readonly MessagePrefix[] = [
  ['Firebase ID token has incorrect algorithm', 'invalid_algorithm'],
  ['Firebase ID token has invalid signature', 'invalid_signature'],
  ['Firebase ID token has no "kid"', 'invalid_format'],
  ['Firebase ID token has "kid" claim which does not', 'unknown_key'],
  ['Firebase ID token has', 'invalid_claims'],
  ['Firebase session cookie has incorrect algorithm', 'invalid_algorithm'],
  ['Firebase session cookie has invalid signature', 'invalid_signature'],
  ['Firebase session cookie has no "kid"', 'invalid_format'],
  ['Firebase session cookie has "kid" claim which does not', 'unknown_key'],
  ['Firebase session cookie has', 'invalid_claims'],
  ['Error fetching public keys', 'dependency_error'],
];

/** Clerk's backend speaks for itself: its 429, its 5xx and its 401 are about our account with it. */
function readApiStatus(error: object): AuthErrorType | undefined {
  const status = readStatus(error);
  if (status === 401) return 'configuration_error';
  return status === 429 || (status !== undefined && status >= 500) ? 'dependency_error' : undefined;
}

const UPSTREAM: Clue = { errorType: 'dependency_error' };
const OPERATOR: Clue = { errorType: 'configuration_error' };

/** Hosted identity services, by the codes that they return: firebase-admin, Clerk, SuperTokens. */
export const IDENTITY_SERVICE_CLUES: ClueTable = {
  'auth/argument-error': { messages: FIREBASE_ARGUMENT_MESSAGES, errorType: 'invalid_format' },
  'auth/id-token-expired': 'expired_token',
  'auth/id-token-revoked': 'token_revoked',
  'auth/session-cookie-expired': 'expired_token',
  'auth/session-cookie-revoked': 'token_revoked',
  'auth/invalid-id-token': 'invalid_credentials',
  'auth/user-disabled': 'user_disabled',
  'auth/user-not-found': 'user_not_found',
  'auth/invalid-email': 'invalid_format',
  'auth/internal-error': UPSTREAM,
  'auth/quota-exceeded': UPSTREAM,
  'auth/insufficient-permission': OPERATOR,
  'auth/project-not-found': OPERATOR,
  'auth/tenant-not-found': 'invalid_claims',
  'auth/mismatching-tenant-id': 'invalid_claims',
  'auth/invalid-credential': OPERATOR,
  'auth/operation-not-allowed': OPERATOR,
  'auth/missing-config': OPERATOR,
  'auth/too-many-requests': UPSTREAM,
  'app/unable-to-parse-response': UPSTREAM,
  'app/network-error': UPSTREAM,
  'app/network-timeout': UPSTREAM,
  'app/internal-error': UPSTREAM,
  'app/no-app': OPERATOR,
  'app/invalid-credential': OPERATOR,
  'app/invalid-app-name': OPERATOR,
  'app/invalid-app-options': OPERATOR,
  'app/duplicate-app': OPERATOR,

  'token-expired': 'expired_token',
  'token-iat-in-the-future': 'token_not_yet_valid',
  'token-not-active-yet': 'token_not_yet_valid',
  'token-invalid': 'invalid_format',
  'token-invalid-algorithm': 'invalid_algorithm',
  'token-invalid-authorized-parties': 'invalid_claims',
  'token-invalid-signature': 'invalid_signature',
  'token-type-mismatch': 'invalid_claims',
  'token-verification-failed': 'invalid_claims',
  'instance-type-invalid': OPERATOR,
  'invalid-secret-key': OPERATOR,
  'secret-key-invalid': OPERATOR,
  'jwk-local-missing': OPERATOR,
  'jwk-local-invalid': OPERATOR,
  'jwk-remote-missing': 'unknown_key',
  'jwk-remote-invalid': UPSTREAM,
  'jwk-remote-failed-to-load': UPSTREAM,
  'jwk-failed-to-resolve': 'unknown_key',
  'jwk-kid-mismatch': 'unknown_key',
  'client-uat-but-no-session-token': 'missing_auth',
  'client-uat-without-session-token': 'missing_auth',
  'session-token-and-uat-missing': 'missing_auth',
  'session-token-but-no-client-uat': 'missing_auth',
  'session-token-without-client-uat': 'missing_auth',
  'session-token-missing': 'missing_auth',
  'dev-browser-missing': 'missing_auth',
  'session-token-nbf': 'token_not_yet_valid',
  'session-token-iat-in-the-future': 'token_not_yet_valid',
  'session-token-iat-before-client-uat': 'expired_token',
  'session-token-outdated': 'expired_token',
  'unexpected-error': { errorType: 'internal_error', isWeak: true },
  api_response_error: { refine: readApiStatus, errorType: 'unknown', isWeak: true },
  resource_not_found: 'user_not_found',
  form_password_incorrect: 'invalid_credentials',
  form_identifier_not_found: 'user_not_found',
  too_many_requests: { errorType: 'rate_limited', isWeak: true },

  TRY_REFRESH_TOKEN: {
    messages: [
      ['Failed to verify access token', 'expired_token'],
      ['anti-csrf check failed', 'csrf_failed'],
      ['Provided antiCsrfToken', 'csrf_failed'],
    ],
    errorType: 'expired_token',
  },
  UNAUTHORISED: {
    messages: [
      ['Session does not exist. Are you', 'missing_auth'],
      ['Refresh token not found', 'missing_auth'],
      ['anti-csrf check failed', 'csrf_failed'],
    ],
    errorType: 'token_revoked',
  },
  TOKEN_THEFT_DETECTED: 'token_reuse',
  INVALID_CLAIMS: 'insufficient_permissions',
  BAD_INPUT_ERROR: 'invalid_format',
};
