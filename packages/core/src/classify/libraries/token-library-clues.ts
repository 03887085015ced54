import type { AuthErrorType } from '../../conventions';
import { matchPrefix, type ClueTable, type MessagePrefix } from '../clue';
import { readText } from '../safe-read';

/** fast-jwt's texts, as @fastify/jwt repeats them behind one common code. */
const FAST_JWT_MESSAGES: readonly MessagePrefix[] = [
  ['The token has expired', 'expired_token'],
  ['The token has been expired', 'expired_token'],
  ['The token will be active', 'token_not_yet_valid'],
  ['The token signature is', 'invalid_signature'],
  ['The token algorithm is', 'invalid_algorithm'],
  ['The token is malformed', 'invalid_format'],
  ['The token header', 'invalid_format'],
  ['The payload', 'invalid_format'],
  ['The type must be', 'invalid_claims'],
  ['Invalid typ', 'invalid_claims'],
];

const FASTIFY_INVALID_TOKEN = 'Authorization token is invalid: ';
const FAST_JWT_CLAIM = / claim /;

function readFastifyMessage(error: object): AuthErrorType | undefined {
  const message = readText(error, 'message');
  if (message?.startsWith(FASTIFY_INVALID_TOKEN) !== true) return undefined;
  const inner = message.slice(FASTIFY_INVALID_TOKEN.length);
  return (
    matchPrefix(inner, FAST_JWT_MESSAGES) ??
    (FAST_JWT_CLAIM.test(inner) ? 'invalid_claims' : undefined)
  );
}

/** Verifiers other than jsonwebtoken and jose: fast-jwt, @fastify/jwt, aws-jwt-verify, jwks-rsa, Hono. */
export const TOKEN_LIBRARY_CLUES: ClueTable = {
  FAST_JWT_EXPIRED: 'expired_token',
  FAST_JWT_INACTIVE: 'token_not_yet_valid',
  FAST_JWT_MALFORMED: 'invalid_format',
  FAST_JWT_INVALID_TYPE: 'invalid_claims',
  FAST_JWT_INVALID_PAYLOAD: 'invalid_format',
  FAST_JWT_INVALID_OPTION: 'configuration_error',
  FAST_JWT_INVALID_KEY: 'configuration_error',
  FAST_JWT_INVALID_ALGORITHM: 'invalid_algorithm',
  FAST_JWT_INVALID_SIGNATURE: 'invalid_signature',
  FAST_JWT_MISSING_SIGNATURE: 'invalid_signature',
  FAST_JWT_INVALID_CLAIM_TYPE: 'invalid_claims',
  FAST_JWT_INVALID_CLAIM_VALUE: 'invalid_claims',
  FAST_JWT_MISSING_REQUIRED_CLAIM: 'invalid_claims',
  FAST_JWT_MISSING_KEY: 'configuration_error',
  FAST_JWT_KEY_FETCHING_ERROR: { errorType: 'dependency_error', isWeak: true },
  FAST_JWT_SIGN_ERROR: 'internal_error',
  FAST_JWT_VERIFY_ERROR: { errorType: 'invalid_signature', isWeak: true },
  FST_JWT_NO_AUTHORIZATION_IN_HEADER: 'missing_auth',
  FST_JWT_NO_AUTHORIZATION_IN_COOKIE: 'missing_auth',
  FST_JWT_AUTHORIZATION_TOKEN_EXPIRED: 'expired_token',
  FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED: 'invalid_credentials',
  FST_JWT_AUTHORIZATION_TOKEN_UNSIGNED: 'invalid_signature',
  FST_JWT_AUTHORIZATION_TOKEN_INVALID: {
    refine: readFastifyMessage,
    errorType: 'invalid_credentials',
  },
  FST_JWT_BAD_REQUEST: 'invalid_format',
  FST_JWT_BAD_COOKIE_REQUEST: 'invalid_format',

  JwtParseError: 'invalid_format',
  JwtExpiredError: 'expired_token',
  JwtNotBeforeError: 'token_not_yet_valid',
  JwtInvalidIssuerError: 'invalid_claims',
  JwtInvalidAudienceError: 'invalid_claims',
  JwtInvalidScopeError: 'insufficient_permissions',
  JwtInvalidClaimError: 'invalid_claims',
  JwtInvalidSignatureError: 'invalid_signature',
  JwtInvalidSignatureAlgorithmError: 'invalid_algorithm',
  JwtWithoutValidKidError: 'invalid_format',
  KidNotFoundInJwksError: 'unknown_key',
  WaitPeriodNotYetEndedJwkError: 'unknown_key',
  JwksNotAvailableInCacheError: 'configuration_error',
  JwksValidationError: 'dependency_error',
  JwkValidationError: 'dependency_error',
  JwkInvalidUseError: 'configuration_error',
  JwkInvalidKtyError: 'configuration_error',
  CognitoJwtInvalidGroupError: 'insufficient_permissions',
  CognitoJwtInvalidTokenUseError: 'invalid_claims',
  CognitoJwtInvalidClientIdError: 'invalid_claims',
  ParameterValidationError: 'configuration_error',
  AlbJwtInvalidSignerError: 'invalid_claims',
  AlbJwtInvalidClientIdError: 'invalid_claims',
  FetchError: 'dependency_error',
  NonRetryableFetchError: 'dependency_error',

  SigningKeyNotFoundError: 'unknown_key',
  JwksError: 'dependency_error',
  JwksRateLimitError: 'dependency_error',
  ArgumentError: 'configuration_error',

  JwtTokenInvalid: 'invalid_format',
  JwtHeaderInvalid: {
    messages: [['jwt header is invalid: {"alg":"none"', 'invalid_algorithm']],
    errorType: 'invalid_format',
  },
  JwtHeaderRequiresKid: 'invalid_format',
  JwtTokenExpired: 'expired_token',
  JwtTokenNotBefore: 'token_not_yet_valid',
  JwtTokenIssuedAt: 'token_not_yet_valid',
  JwtTokenIssuer: 'invalid_claims',
  JwtTokenAudience: 'invalid_claims',
  JwtPayloadRequiresAud: 'invalid_claims',
  JwtTokenSignatureMismatched: 'invalid_signature',
  JwtAlgorithmMismatch: 'invalid_algorithm',
  JwtAlgorithmNotAllowed: 'invalid_algorithm',
  JwtAlgorithmNotImplemented: 'invalid_algorithm',
  JwtSymmetricAlgorithmNotAllowed: 'invalid_algorithm',
  JwtAlgorithmRequired: 'configuration_error',
};
