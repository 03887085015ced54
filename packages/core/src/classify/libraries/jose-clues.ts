import type { AuthErrorType } from '../../conventions';
import type { ClueTable, MessagePrefix } from '../clue';
import { readText } from '../safe-read';

/** jose 4 to 6 name the claim that failed beside the code. */
const TYPE_BY_CLAIM: ReadonlyMap<string, AuthErrorType> = new Map([
  ['nbf', 'token_not_yet_valid'],
  ['iat', 'token_not_yet_valid'],
  ['exp', 'invalid_claims'],
]);

function readClaim(error: object): AuthErrorType | undefined {
  const claim = readText(error, 'claim');
  // A claim that is missing or no number says nothing about time.
  if (claim === undefined || readText(error, 'reason') !== 'check_failed') return undefined;
  return TYPE_BY_CLAIM.get(claim);
}

export const JOSE_CLUES: ClueTable = {
  ERR_JWT_EXPIRED: 'expired_token',
  ERR_JWT_CLAIM_VALIDATION_FAILED: { refine: readClaim, errorType: 'invalid_claims' },
  ERR_JWT_INVALID: 'invalid_format',
  ERR_JWS_INVALID: 'invalid_format',
  ERR_JWE_INVALID: 'invalid_format',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'invalid_signature',
  ERR_JWE_DECRYPTION_FAILED: 'invalid_signature',
  ERR_JWE_DECOMPRESSION_FAILED: 'invalid_format',
  ERR_JOSE_ALG_NOT_ALLOWED: 'invalid_algorithm',
  ERR_JOSE_NOT_SUPPORTED: {
    messages: [
      ['Unsupported "kty"', 'configuration_error'],
      ['Unsupported key curve', 'configuration_error'],
      ['Unsupported key', 'configuration_error'],
      ['unsupported key', 'configuration_error'],
      ['Extension Header Parameter', 'invalid_format'],
      ['Unsupported JWE Compression', 'invalid_format'],
      ['Unsupported "zip"', 'invalid_format'],
      ['JWE "zip"', 'invalid_format'],
    ],
    errorType: 'invalid_algorithm',
  },
  ERR_JWK_INVALID: 'configuration_error',
  ERR_JWKS_INVALID: 'dependency_error',
  ERR_JWKS_NO_MATCHING_KEY: 'unknown_key',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'unknown_key',
  ERR_JWKS_TIMEOUT: 'dependency_error',
  ERR_JOSE_GENERIC: 'dependency_error',
  JWTExpired: 'expired_token',
  JWTClaimValidationFailed: { refine: readClaim, errorType: 'invalid_claims' },
  JWSSignatureVerificationFailed: 'invalid_signature',
  JWEDecryptionFailed: 'invalid_signature',
  JOSEAlgNotAllowed: 'invalid_algorithm',
  JWKSNoMatchingKey: 'unknown_key',
  JWKSMultipleMatchingKeys: 'unknown_key',
  JWKSTimeout: 'dependency_error',
  JWKSInvalid: 'dependency_error',
  JWKInvalid: 'configuration_error',
  JWSInvalid: 'invalid_format',
  JWEInvalid: 'invalid_format',
  JWTInvalid: 'invalid_format',
};

/** jose's `TypeError`s have no code; a caller brings about the first group by changing `alg`. */
export const JOSE_TYPE_ERROR_MESSAGES: readonly MessagePrefix[] = [
  ['Key for the ', 'invalid_algorithm'],
  ['KeyObject instances ', 'invalid_algorithm'],
  ['CryptoKey instances ', 'invalid_algorithm'],
  ['CryptoKey or KeyObject instances ', 'invalid_algorithm'],
  ['KeyObject or CryptoKey instances ', 'invalid_algorithm'],
  ['JSON Web Key for ', 'invalid_algorithm'],
  ['Invalid key for this operation', 'invalid_algorithm'],
  ['CryptoKey does not support this operation', 'configuration_error'],
  ['"spki" must be', 'configuration_error'],
  ['"pkcs8" must be', 'configuration_error'],
  ['"x509" must be', 'configuration_error'],
];

/** What express-oauth2-jwt-bearer passes on of jose's and its own verdicts, as text. */
export const VERIFIER_MESSAGES: readonly MessagePrefix[] = [
  ['"exp" claim timestamp check failed', 'expired_token'],
  ['"nbf" claim timestamp check failed', 'token_not_yet_valid'],
  ['"iat" claim timestamp check failed (too far', 'expired_token'],
  ['"iat" claim timestamp check failed', 'token_not_yet_valid'],
  ["Unexpected 'exp' value", 'expired_token'],
  ["Unexpected 'nbf' value", 'token_not_yet_valid'],
  ["Unexpected 'iat' value", 'token_not_yet_valid'],
  ["Unexpected 'alg' value", 'invalid_algorithm'],
  ['"alg" (Algorithm)', 'invalid_algorithm'],
  ['signature verification failed', 'invalid_signature'],
  ['no applicable key found', 'unknown_key'],
  ['multiple matching keys', 'unknown_key'],
  ['Invalid Compact JW', 'invalid_format'],
  ['JWS Protected Header is invalid', 'invalid_format'],
  ['JWT Claims Set', 'invalid_format'],
  ["Unexpected '", 'invalid_claims'],
  ["Missing '", 'invalid_claims'],
  ['unexpected "', 'invalid_claims'],
  ['missing required "', 'invalid_claims'],
  ['"exp" claim', 'invalid_claims'],
  ['"nbf" claim', 'invalid_claims'],
  ['"iat" claim', 'invalid_claims'],
];
