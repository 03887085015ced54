import type { AuthErrorType } from '../conventions';
import { matchPrefix, type MessagePrefix } from './clue';
import { cutText, readField, readObject } from './safe-read';
import { readDescription } from './words/read-description';

/** RFC 6750 section 3.1, with RFC 9449's and RFC 9470's additions. */
const TYPE_BY_ERROR: ReadonlyMap<string, AuthErrorType> = new Map([
  ['invalid_request', 'invalid_format'],
  ['invalid_token', 'invalid_credentials'],
  ['insufficient_scope', 'insufficient_permissions'],
  ['invalid_dpop_proof', 'invalid_format'],
  ['use_dpop_nonce', 'challenge_required'],
  ['insufficient_user_authentication', 'challenge_required'],
]);

const MISSING_DESCRIPTIONS: readonly MessagePrefix[] = [
  ['no authorization included', 'missing_auth'],
  ['No access token', 'missing_auth'],
  ['The access token was not', 'missing_auth'],
];

const SCHEME = /^(?:Bearer|DPoP|Basic|Digest|Token|JWT|ApiKey|Negotiate)(?:$|\s+[A-Za-z_]+=)/i;
const BASIC = /^(?:Basic|Digest|Negotiate)\b/i;
const ERROR = /\berror="([a-z_]{1,40})"/;
const DESCRIPTION = /\berror_description="([^"]{0,300})"/;

/**
 * What a `WWW-Authenticate` challenge says. Without an `error` no credential came, by RFC 6750; Basic
 * knows no `error` and is sent for a wrong password alike, which a present credential tells apart.
 * Undefined for a text that is no challenge.
 */
export function readChallenge(
  header: string,
  credentialPresent: boolean | undefined,
): AuthErrorType | undefined {
  const challenge = cutText(header);
  if (!SCHEME.test(challenge)) return undefined;
  const error = ERROR.exec(challenge)?.[1];
  if (error === undefined) {
    // Boom writes sentences where RFC 6750 has codes; the error itself says the same.
    if (challenge.includes('error=')) return undefined;
    if (credentialPresent !== true) return 'missing_auth';
    return BASIC.test(challenge) ? 'invalid_credentials' : undefined;
  }
  const errorType = TYPE_BY_ERROR.get(error);
  const description = DESCRIPTION.exec(challenge)?.[1];
  if (description === undefined) return errorType;
  if (error === 'invalid_token') return readDescription(description) ?? errorType;
  return matchPrefix(description, MISSING_DESCRIPTIONS) ?? errorType;
}

/** Errors that carry the headers of the answer to come: express-oauth2-jwt-bearer, Boom, Hono. */
export function findChallenge(error: object): string | undefined {
  const headers = readObject(error, 'headers') ?? readObject(readField(error, 'output'), 'headers');
  const header = readField(headers, 'WWW-Authenticate') ?? readField(headers, 'www-authenticate');
  if (typeof header === 'string') return header;
  return readResponseHeader(readObject(error, 'res'));
}

function readResponseHeader(response: object | undefined): string | undefined {
  try {
    return response instanceof Response
      ? (response.headers.get('www-authenticate') ?? undefined)
      : undefined;
  } catch {
    return undefined;
  }
}
