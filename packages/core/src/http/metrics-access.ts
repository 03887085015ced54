import { lateCrypto } from '../late-modules';
import { checkOptions, isFunction, type OptionChecks } from '../options/check-options';
import { AuthmeterOptionError } from '../options/option-error';
import { headerOf, type HttpRequest } from './http-messages';

/** Who may read the metrics: exactly one of the three. */
export interface MetricsAccessOptions<Request> {
  /** User name and password, as Prometheus' `basic_auth` sends them. Default: none. */
  readonly basicAuth?: { readonly username: string; readonly password: string };
  /** A token of at least 16 characters, as Prometheus' `authorization` sends it. Default: none. */
  readonly bearer?: string;
  /**
   * Decides for each request; a throw or a rejection is a refusal. `() => true` opens the endpoint to all.
   * Default: none.
   */
  readonly allow?: (request: Request) => boolean | Promise<boolean>;
}

/** Whether a request may read the metrics, and what a refusal answers. */
export interface MetricsAccess<Request> {
  /** Never throws, never rejects. */
  readonly admits: (request: Request & HttpRequest) => Promise<boolean>;
  /** The `WWW-Authenticate` header of a refusal; undefined where there is nothing to present: then it is 403. */
  readonly challenge: string | undefined;
}

const REALM = 'metrics';
const SHORTEST_BEARER = 16;
/** What a header carries unchanged, spaces at its ends left out. */
const HEADER_TEXT = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;
const LONGEST_HEADER = 4096;
/** Comparing digests under a key of this process takes the same time wherever two secrets differ. */
let comparisonKey: Buffer | undefined;

const CHECKS: OptionChecks<MetricsAccessOptions<never>> = {
  basicAuth: {
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      isFilled((value as Record<string, unknown>)['username']) &&
      isFilled((value as Record<string, unknown>)['password']),
    allowed: 'an object with a username and a password, neither of them empty',
    secret: true,
  },
  bearer: {
    accepts: (value) =>
      typeof value === 'string' && value.length >= SHORTEST_BEARER && HEADER_TEXT.test(value),
    allowed: `a token of at least ${String(SHORTEST_BEARER)} ASCII characters`,
    secret: true,
  },
  allow: isFunction,
};

/**
 * Reads who may see the metrics.
 *
 * @throws AuthmeterOptionError when none or more than one way is given, so that nothing is open by accident.
 */
export function resolveMetricsAccess<Request>(
  owner: string,
  given: MetricsAccessOptions<Request>,
): MetricsAccess<Request> {
  const options = checkOptions(owner, given, CHECKS);
  const { basicAuth, bearer, allow } = options;
  const ways = [basicAuth, bearer, allow].filter((way) => way !== undefined).length;
  if (ways !== 1) {
    throw new AuthmeterOptionError(
      owner,
      'access',
      `${String(ways)} of basicAuth, bearer, allow`,
      'exactly one of them; allow: () => true opens the endpoint to everybody',
    );
  }
  if (basicAuth !== undefined) {
    const { username, password } = basicAuth;
    const expected = Buffer.from(`${username}:${password}`).toString('base64');
    return { admits: presents('basic', expected), challenge: `Basic realm="${REALM}"` };
  }
  if (bearer !== undefined) {
    return { admits: presents('bearer', bearer), challenge: `Bearer realm="${REALM}"` };
  }
  return {
    admits: async (request) => {
      try {
        return (await allow?.(request)) === true;
      } catch {
        return false;
      }
    },
    challenge: undefined,
  };
}

function presents(scheme: string, expected: string) {
  return (request: HttpRequest): Promise<boolean> => {
    const header = headerOf(request, 'authorization') ?? '';
    if (header.length > LONGEST_HEADER) return Promise.resolve(false);
    const space = header.indexOf(' ');
    const isScheme = header.slice(0, Math.max(space, 0)).toLowerCase() === scheme;
    const isSecret = isSame(header.slice(space + 1).trim(), expected);
    return Promise.resolve(isScheme && isSecret);
  };
}

function isSame(given: string, expected: string): boolean {
  return lateCrypto().timingSafeEqual(digestOf(given), digestOf(expected));
}

function digestOf(secret: string): Buffer {
  const { createHmac, randomBytes } = lateCrypto();
  comparisonKey ??= randomBytes(32);
  return createHmac('sha256', comparisonKey).update(secret).digest();
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
