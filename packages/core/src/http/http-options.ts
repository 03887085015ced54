import type { VerdictFacts } from '../exchange/exchange-facts';
import type { AuthMethodName } from '../model/facts';
import {
  isArrayOf,
  isFunction,
  isIntegerBetween,
  isLabelValue,
  isOneOf,
  checkOptions,
  type OptionChecks,
} from '../options/check-options';
import { FORWARDING_HEADERS, type ForwardingHeader } from '../privacy/client-address';
import type { CredentialPlaces } from './credential';
import { compileOperations, type OperationMatcher, type OperationRoutes } from './operation-table';

/** How an adapter observes requests; all options have defaults. */
export interface HttpAuthOptions<Request, Response> {
  /** What protected requests authenticate with, where the request does not show it. Default `jwt`. */
  readonly method?: AuthMethodName;
  /** What routes do, where their status would not tell: `{ 'POST /auth/login': 'login' }`. Default: none. */
  readonly operations?: OperationRoutes<Request, Response>;
  /** Reads who was served, and with what token. Default: from `auth` and `user`, as libraries leave them. */
  readonly identify?: (request: Request) => VerdictFacts | undefined;
  /** Number of proxies of the host's own in front of it, 0 to 32. Default 0: the socket's address. */
  readonly trustedHops?: number;
  /** The header that those proxies write. Default `x-forwarded-for`. */
  readonly addressHeader?: ForwardingHeader;
  /** Headers that carry an API key. Default `['x-api-key']`. */
  readonly apiKeyHeaders?: readonly string[];
  /** Cookies that carry a session; a request with one counts as presenting a credential. Default: none. */
  readonly sessionCookies?: readonly string[];
}

/** Options with their defaults filled in; made once, read for every request. */
export interface HttpAuthSettings<Request, Response> extends CredentialPlaces {
  readonly operationOf: OperationMatcher<Request, Response>;
  readonly identify: ((request: Request) => VerdictFacts | undefined) | undefined;
  readonly trustedHops: number;
  readonly addressHeader: ForwardingHeader;
  /** Whether the host mounted the observation where requests are protected: being served then proves a credential. */
  readonly isProtected: boolean;
}

const MOST_TRUSTED_HOPS = 32;
const TOKEN = /^[!#$%&'*+.^`|~\w-]{1,256}$/;

const isToken = (value: unknown): boolean => typeof value === 'string' && TOKEN.test(value);

/** One check for each option, for adapters that add options of their own. */
export const HTTP_AUTH_CHECKS: OptionChecks<HttpAuthOptions<never, never>> = {
  method: { accepts: isLabelValue, allowed: 'the name of a method, such as "jwt"' },
  operations: {
    accepts: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    allowed: 'an object of routes, such as { "POST /auth/login": "login" }',
  },
  identify: isFunction,
  trustedHops: isIntegerBetween(0, MOST_TRUSTED_HOPS),
  addressHeader: isOneOf(FORWARDING_HEADERS),
  apiKeyHeaders: isArrayOf(isToken, 'an array of header names'),
  sessionCookies: isArrayOf(isToken, 'an array of cookie names'),
};

/**
 * Checks an adapter's options and fills in defaults.
 *
 * @param owner The adapter's function, as errors name it.
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveHttpOptions<Request, Response>(
  owner: string,
  given?: HttpAuthOptions<Request, Response>,
): HttpAuthSettings<Request, Response> {
  const options = checkOptions(owner, given, HTTP_AUTH_CHECKS);
  return {
    method: options.method ?? 'jwt',
    operationOf: compileOperations(owner, options.operations),
    identify: options.identify,
    trustedHops: options.trustedHops ?? 0,
    addressHeader: options.addressHeader ?? 'x-forwarded-for',
    apiKeyHeaders: (options.apiKeyHeaders ?? ['x-api-key']).map((name) => name.toLowerCase()),
    sessionCookies: options.sessionCookies ?? [],
    isProtected: true,
  };
}
