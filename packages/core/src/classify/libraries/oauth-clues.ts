import type { AuthErrorType } from '../../conventions';
import { indexPrefixes, matchIndex, type Clue, type ClueTable } from '../clue';
import { readField, readText } from '../safe-read';
import { readDescription } from '../words/read-description';
import { VERIFIER_MESSAGES } from './jose-clues';
import { JSONWEBTOKEN_MESSAGES } from './jsonwebtoken-clues';
import { NETWORK_MESSAGES } from './network-messages';

/** What an authorization server adds in words; node-oauth2-server and RPError have only a message. */
function refineByDescription(error: object): AuthErrorType | undefined {
  const description =
    readText(error, 'error_description') ??
    readText(error, 'errorDescription') ??
    readText(error, 'message');
  return description === undefined ? undefined : readDescription(description);
}

/** What a verifier beneath may have said, its failed calls first. */
const VERDICTS = indexPrefixes([
  ...NETWORK_MESSAGES,
  ...VERIFIER_MESSAGES,
  ...JSONWEBTOKEN_MESSAGES,
]);

const NO_KEY = 'secret or public key must be provided';

/** express-oauth2-jwt-bearer and express-jwt keep no cause, only its text. */
function refineInvalidToken(error: object): AuthErrorType | undefined {
  const message = readText(error, 'message');
  // jwks-rsa's helpers answer "no such key" by handing express-jwt no key at all.
  if (message === NO_KEY) return 'unknown_key';
  const verdict = message === undefined ? undefined : matchIndex(message, VERDICTS);
  return verdict ?? refineByDescription(error);
}

/** `invalid_client` and its like depend on whose client it is: ours, or one that called us. */
function asServer(whenServer: AuthErrorType): Pick<Clue, 'refine'> {
  return {
    // node-oauth2-server, and nothing else, repeats the HTTP status as a numeric code.
    refine: (error, role) =>
      role === 'server' || typeof readField(error, 'code') === 'number' ? whenServer : undefined,
  };
}

const CHALLENGE: Clue = { errorType: 'challenge_required' };
const MALFORMED: Clue = { errorType: 'invalid_format' };

/** Values of OAuth's `error`. Sources: RFC 6749, 6750, 8628, 8707, 9449, 9470, OpenID Connect Core 3.1.2.6. */
export const OAUTH_CLUES: ClueTable = {
  invalid_request: MALFORMED,
  invalid_scope: MALFORMED,
  invalid_target: MALFORMED,
  invalid_dpop_proof: MALFORMED,
  invalid_request_uri: MALFORMED,
  invalid_request_object: MALFORMED,
  request_not_supported: 'configuration_error',
  request_uri_not_supported: 'configuration_error',
  registration_not_supported: 'configuration_error',
  invalid_token: {
    refine: refineInvalidToken,
    finalMessage: NO_KEY,
    errorType: 'invalid_credentials',
  },
  InvalidTokenError: { refine: refineInvalidToken, errorType: 'invalid_credentials' },
  invalid_grant: { refine: refineByDescription, errorType: 'invalid_credentials' },
  insufficient_scope: 'insufficient_permissions',
  insufficient_user_authentication: CHALLENGE,
  access_denied: 'access_denied',
  invalid_client: { ...asServer('invalid_credentials'), errorType: 'configuration_error' },
  unauthorized_client: { ...asServer('invalid_format'), errorType: 'configuration_error' },
  unsupported_grant_type: { ...asServer('invalid_format'), errorType: 'configuration_error' },
  unsupported_response_type: { ...asServer('invalid_format'), errorType: 'configuration_error' },
  invalid_argument: 'configuration_error',
  server_error: { ...asServer('internal_error'), errorType: 'dependency_error' },
  temporarily_unavailable: 'dependency_error',
  login_required: CHALLENGE,
  interaction_required: CHALLENGE,
  consent_required: CHALLENGE,
  account_selection_required: CHALLENGE,
  unmet_authentication_requirements: CHALLENGE,
  mfa_required: CHALLENGE,
  authorization_pending: CHALLENGE,
  use_dpop_nonce: CHALLENGE,
  slow_down: 'rate_limited',
  expired_token: 'expired_token',
  too_many_attempts: 'account_locked',
  unauthorized_request: 'missing_auth',
};
