import type { AuthErrorType } from '../../conventions';
import { isArray, readField, readText } from '../safe-read';
import type { ClueTable, MessagePrefix } from '../clue';

/** openid-client 5 throws one class for all; only the text differs. */
const RELYING_PARTY_MESSAGES: readonly MessagePrefix[] = [
  ['state m', 'csrf_failed'],
  ['checks.state', 'csrf_failed'],
  ['JWT expired', 'expired_token'],
  ['JWT not active', 'token_not_yet_valid'],
  ['JWT issued in the future', 'token_not_yet_valid'],
  ['id_token issued too far in the past', 'expired_token'],
  ['too much time has elapsed', 'challenge_required'],
  ['failed to validate JWT signature', 'invalid_signature'],
  ['no valid key found', 'unknown_key'],
  ['multiple matching keys', 'unknown_key'],
  ['unexpected JWT alg', 'invalid_algorithm'],
  ['failed to decode JWT', 'invalid_format'],
  ['outgoing request timed out', 'dependency_error'],
  ['expected 200', 'dependency_error'],
  ['id_token not present in TokenSet', 'dependency_error'],
  ['failed to parse', 'dependency_error'],
  ['access_token missing from response', 'dependency_error'],
  ['code missing from response', 'invalid_format'],
  ['client_secret', 'configuration_error'],
  ['userinfo sub mismatch', 'invalid_claims'],
];

const PROCESSING_MESSAGES: readonly MessagePrefix[] = [
  ['unexpected "state"', 'csrf_failed'],
  ['response parameter "state"', 'csrf_failed'],
  ['unexpected "iss"', 'invalid_claims'],
  ['response parameter "iss"', 'invalid_claims'],
  ['unexpected JWT "alg"', 'invalid_algorithm'],
  ['JWT signature verification failed', 'invalid_signature'],
  ['JWT "', 'invalid_claims'],
  ['unexpected JWT', 'invalid_claims'],
  ['unexpected DPoP', 'invalid_claims'],
  ['unexpected ID Token', 'invalid_claims'],
  ['operation indicated DPoP use', 'invalid_format'],
  ['DPoP', 'invalid_format'],
  ['Invalid JWT', 'invalid_format'],
  ['JWT', 'invalid_format'],
  ['"response" body', 'dependency_error'],
  ['"response" is not', 'dependency_error'],
  ['failed to parse', 'dependency_error'],
];

/** The text says which of exp, nbf, iat and auth_time it was. */
const TIMESTAMP_MESSAGES: readonly MessagePrefix[] = [
  ['unexpected JWT "exp"', 'expired_token'],
  ['unexpected JWT "nbf"', 'token_not_yet_valid'],
  ['unexpected JWT "iat"', 'token_not_yet_valid'],
  ['too much time has elapsed', 'challenge_required'],
  ['DPoP', 'invalid_claims'],
];

/** Basic refuses our client's own secret; Bearer refuses the token that we forwarded. */
function readChallenge(error: object): AuthErrorType | undefined {
  const challenges = readField(error, 'cause');
  const first: unknown = isArray(challenges) ? readField(challenges, '0') : undefined;
  if (readText(first, 'scheme') === 'basic') return 'configuration_error';
  if (readField(error, 'status') === 403) return 'insufficient_permissions';
  const code = readText(readField(first, 'parameters'), 'error');
  return code === 'insufficient_scope' ? 'insufficient_permissions' : undefined;
}

/** openid-client 5 and 6, and oauth4webapi beneath the latter. */
export const OPENID_CLIENT_CLUES: ClueTable = {
  RPError: { messages: RELYING_PARTY_MESSAGES, errorType: 'invalid_claims' },
  OPError: {
    messages: [
      ['expected 200', 'dependency_error'],
      ['failed to parse', 'dependency_error'],
    ],
    errorType: 'dependency_error',
    isWeak: true,
  },
  ClientError: { errorType: 'dependency_error', isWeak: true },
  OAUTH_TIMEOUT: 'dependency_error',
  OAUTH_ABORT: { errorType: 'unknown', isWeak: true },
  OAUTH_PARSE_ERROR: 'dependency_error',
  OAUTH_RESPONSE_IS_NOT_JSON: 'dependency_error',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'dependency_error',
  OAUTH_INVALID_SERVER_METADATA: 'dependency_error',
  OAUTH_MISSING_SERVER_METADATA: 'configuration_error',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: {
    messages: [['unexpected "response" body "sub"', 'invalid_claims']],
    errorType: 'configuration_error',
  },
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'configuration_error',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'configuration_error',
  OAUTH_UNSUPPORTED_OPERATION: {
    messages: [['unsupported Authorization HTTP Header', 'invalid_format']],
    errorType: 'configuration_error',
  },
  OAUTH_JWT_USERINFO_EXPECTED: 'dependency_error',
  OAUTH_KEY_SELECTION_FAILED: 'unknown_key',
  OAUTH_DECRYPTION_FAILED: 'invalid_signature',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'invalid_claims',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: { messages: TIMESTAMP_MESSAGES, errorType: 'expired_token' },
  OAUTH_INVALID_REQUEST: {
    messages: [['"request" is missing', 'missing_auth']],
    errorType: 'invalid_format',
  },
  OAUTH_INVALID_RESPONSE: { messages: PROCESSING_MESSAGES },
  OAUTH_WWW_AUTHENTICATE_CHALLENGE: { refine: readChallenge, errorType: 'invalid_credentials' },
  OAUTH_RESPONSE_BODY_ERROR: { errorType: 'invalid_credentials', isWeak: true },
  OAUTH_AUTHORIZATION_RESPONSE_ERROR: {},
};
