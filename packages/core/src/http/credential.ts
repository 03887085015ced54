import type { AuthMethodName } from '../model/facts';
import { headerOf, type HttpRequest } from './http-messages';

/** What a request presents before anybody judged it. */
export interface Credential {
  readonly credentialPresent: boolean;
  /** Whether it cannot even be read as what it should be. */
  readonly credentialMalformed: boolean;
  /** The method that it shows; undefined when it shows none. */
  readonly method: AuthMethodName | undefined;
}

/** Where credentials are looked for. */
export interface CredentialPlaces {
  /** Lower-case names of headers that carry an API key. */
  readonly apiKeyHeaders: readonly string[];
  /** Names of cookies that carry a session. */
  readonly sessionCookies: readonly string[];
  /** What the host's protected requests authenticate with. */
  readonly method: AuthMethodName;
}

const METHOD_OF_SCHEME: ReadonlyMap<string, AuthMethodName> = new Map([
  ['basic', 'basic'],
  ['digest', 'password'],
  ['negotiate', 'ldap'],
  ['apikey', 'api_key'],
  ['api-key', 'api_key'],
]);
const TOKEN_SCHEMES: ReadonlySet<string> = new Set(['bearer', 'dpop', 'jwt', 'token']);
/** How nearly every authorization header begins. */
const BEARER = 'Bearer ';
/** Three base64url segments; looked at only, never decoded. */
const COMPACT_JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** Longer headers are not looked at any closer: no server accepts such a token. */
const LONGEST_LOOKED_AT = 16_384;
const ABSENT: Credential = {
  credentialPresent: false,
  credentialMalformed: false,
  method: undefined,
};

/** Whether a request carries a credential of any kind. Never throws, looks into none. */
export function presentsCredential(request: HttpRequest, places: CredentialPlaces): boolean {
  return (
    presents(headerOf(request, 'authorization')) || methodElsewhere(request, places) !== undefined
  );
}

/** Finds out whether a request carries a credential, and of what kind. Never throws, keeps nothing of it. */
export function readCredential(request: HttpRequest, places: CredentialPlaces): Credential {
  const authorization = headerOf(request, 'authorization');
  if (presents(authorization)) return readAuthorization(authorization, places.method);
  const method = methodElsewhere(request, places);
  return method === undefined
    ? ABSENT
    : { credentialPresent: true, credentialMalformed: false, method };
}

function presents(header: string | undefined): header is string {
  return header !== undefined && header !== '';
}

function methodElsewhere(
  request: HttpRequest,
  { apiKeyHeaders, sessionCookies }: CredentialPlaces,
): AuthMethodName | undefined {
  for (const name of apiKeyHeaders) if (presents(headerOf(request, name))) return 'api_key';
  return sessionCookies.length > 0 && hasCookie(request, sessionCookies) ? 'session' : undefined;
}

function readAuthorization(header: string, expected: AuthMethodName): Credential {
  if (header.startsWith(BEARER)) {
    return readToken(header.slice(BEARER.length, LONGEST_LOOKED_AT).trim(), expected);
  }
  const space = header.indexOf(' ');
  const scheme = (space === -1 ? header : header.slice(0, space)).slice(0, 16).toLowerCase();
  const value = space === -1 ? '' : header.slice(space + 1, LONGEST_LOOKED_AT).trim();
  if (TOKEN_SCHEMES.has(scheme)) return readToken(value, expected);
  const method = METHOD_OF_SCHEME.get(scheme);
  const credentialMalformed = method === undefined || value === '';
  return { credentialPresent: true, credentialMalformed, method };
}

function readToken(value: string, expected: AuthMethodName): Credential {
  const isJwt = value.includes('.') && COMPACT_JWT.test(value);
  return {
    credentialPresent: true,
    credentialMalformed: value === '' || (expected === 'jwt' && !isJwt),
    method: isJwt ? 'jwt' : undefined,
  };
}

function hasCookie(request: HttpRequest, names: readonly string[]): boolean {
  const header = headerOf(request, 'cookie');
  if (header === undefined || header.length > LONGEST_LOOKED_AT) return false;
  let start = 0;
  let equals = header.indexOf('=');
  // Without a further sign no pair has a value.
  while (equals !== -1) {
    const semicolon = header.indexOf(';', start);
    const end = semicolon === -1 ? header.length : semicolon;
    const isNamed = equals < end && names.includes(header.slice(start, equals).trim());
    if (isNamed && header.slice(equals + 1, end).trim() !== '') return true;
    start = end + 1;
    if (equals < start) equals = header.indexOf('=', start);
  }
  return false;
}
