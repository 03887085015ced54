import { matchPrefix, type ClueTable, type MessagePrefix } from '../clue';
import { readText } from '../safe-read';
import { typeOfNetworkMessage } from './network-messages';

/** jsonwebtoken 8 and 9 tell these apart by their text alone. */
export const JSONWEBTOKEN_MESSAGES: readonly MessagePrefix[] = [
  ['jwt expired', 'expired_token'],
  ['invalid signature', 'invalid_signature'],
  ['jwt malformed', 'invalid_format'],
  ['jwt must be provided', 'missing_auth'],
  ['jwt must be a string', 'invalid_format'],
  ['invalid token', 'invalid_format'],
  ['jwt audience invalid', 'invalid_claims'],
  ['jwt issuer invalid', 'invalid_claims'],
  ['jwt subject invalid', 'invalid_claims'],
  ['jwt jwtid invalid', 'invalid_claims'],
  ['jwt id invalid', 'invalid_claims'],
  ['jwt nonce invalid', 'invalid_claims'],
  ['jwt not active', 'token_not_yet_valid'],
  ['maxAge exceeded', 'expired_token'],
  ['jwt signature is required', 'invalid_signature'],
  ['invalid algorithm', 'invalid_algorithm'],
  ['invalid exp value', 'invalid_claims'],
  ['invalid nbf value', 'invalid_claims'],
  ['iat required when maxAge is specified', 'invalid_claims'],
  ['secret or public key must be provided', 'configuration_error'],
  ['secretOrPublicKey', 'configuration_error'],
  ['secretOrPrivateKey', 'configuration_error'],
  ['please specify "algorithms"', 'configuration_error'],
  ['verify must be called asynchronous', 'configuration_error'],
  ['clockTimestamp must be', 'configuration_error'],
  ['nonce must be a non-empty string', 'configuration_error'],
  ['allowInvalidAsymmetricKeyTypes', 'configuration_error'],
  ['"maxAge" should be', 'configuration_error'],
  ['"alg" parameter', 'configuration_error'],
  ['Unknown key type', 'configuration_error'],
  ['Invalid asymmetric key', 'configuration_error'],
];

const KEY_CALLBACK = 'error in secret or public key callback: ';

const KEY_CALLBACK_MESSAGES: readonly MessagePrefix[] = [
  ['Unable to find a signing key', 'unknown_key'],
  ['No KID specified', 'unknown_key'],
  ['no applicable key found', 'unknown_key'],
];

export const JSONWEBTOKEN_CLUES: ClueTable = {
  TokenExpiredError: 'expired_token',
  NotBeforeError: 'token_not_yet_valid',
  JsonWebTokenError: {
    messages: JSONWEBTOKEN_MESSAGES,
    // Whatever the host's key callback failed with survives as text only.
    refine: (error) => {
      const message = readText(error, 'message');
      if (message?.startsWith(KEY_CALLBACK) !== true) return undefined;
      const inner = message.slice(KEY_CALLBACK.length);
      return (
        typeOfNetworkMessage(inner) ??
        matchPrefix(inner, KEY_CALLBACK_MESSAGES) ??
        'dependency_error'
      );
    },
    errorType: 'invalid_credentials',
  },
};

/** Texts of plain `Error`s: from signing, from older releases and from Node's crypto beneath. */
export const JSONWEBTOKEN_ERROR_MESSAGES: readonly MessagePrefix[] = [
  ['secretOrPrivateKey ', 'configuration_error'],
  ['secretOrPublicKey ', 'configuration_error'],
  ['"expiresIn" should be', 'configuration_error'],
  ['"notBefore" should be', 'configuration_error'],
  ['"algorithm" must be', 'configuration_error'],
  ['Bad "options.', 'configuration_error'],
  ['payload is required', 'internal_error'],
];
