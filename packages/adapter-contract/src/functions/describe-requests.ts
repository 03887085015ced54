import type { HttpAuthOptions } from '@authmeter/core';
import { ATTEMPTS, LOGINS, OAUTH_STEPS_TAKEN, SOURCE_FAILURES } from '@authmeter/core/conventions';
import { VALID } from '../play/bearer-headers';
import { get, observeApp } from '../play/observe-app';
import type { AdapterUnderTest } from './adapter-under-test';
import { failedPoint, succeededPoint } from './failed-point';

type Options = HttpAuthOptions<never, never>;
type Headers = Record<string, string>;

const LARGE_HEADERS = { server: { maxHeaderSize: 256 * 1024 } };
const KILOBYTES_64 = 'a'.repeat(65_536);
const TWO_PROXIES = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };

const SOURCES: readonly (readonly [string, Options, Headers, address: string])[] = [
  ['the socket without trusted hops', {}, TWO_PROXIES, '127.0.0.0'],
  ['the last entry behind one proxy', { trustedHops: 1 }, TWO_PROXIES, '203.0.113.0'],
  ['the second last entry behind two', { trustedHops: 2 }, TWO_PROXIES, '198.51.100.0'],
  [
    'the header of RFC 7239',
    { trustedHops: 1, addressHeader: 'forwarded' },
    { forwarded: 'for="[2001:db8:cafe::17]:4711";proto=https' },
    '2001:db8:cafe::',
  ],
  ['the socket when the header is missing', { trustedHops: 1 }, {}, '127.0.0.0'],
  [
    'nobody from 64 KB of nonsense',
    { trustedHops: 1 },
    { 'x-forwarded-for': KILOBYTES_64 },
    'unknown',
  ],
];

const PRESENTED: readonly (readonly [string, Headers, errorType: string, method: string])[] = [
  ['64 KB of token', { authorization: `Bearer ${KILOBYTES_64}` }, 'invalid_format', 'jwt'],
  ['64 KB of scheme', { authorization: KILOBYTES_64 }, 'invalid_format', 'jwt'],
  ['64 KB of cookies', { cookie: `sid=${KILOBYTES_64}` }, 'missing_auth', 'jwt'],
  ['an API key', { 'x-api-key': 'k' }, 'unknown', 'api_key'],
  ['a session cookie', { cookie: 'a=b; sid=1' }, 'unknown', 'session'],
];

/** Describes what an adapter reads of a request, and that two layers of one request count once. */
export function describeRequests<Middleware>({
  functions,
  listenerOf,
  answer,
  leave,
}: AdapterUnderTest<Middleware>): void {
  const playRefused = (headers: Headers, options: object) =>
    observeApp(
      (meter) => listenerOf(functions.authMetrics(meter, options), answer(401)),
      get(headers, '/'),
      LARGE_HEADERS,
    );

  describe('authMetrics', () => {
    it.each(SOURCES)('believes of where a request comes from: %s', async (...row) => {
      const [, options, headers, address] = row;
      const { points } = await playRefused(headers, options);

      expect(points(SOURCE_FAILURES)).toEqual([{ attributes: { ip_address: address }, value: 1 }]);
    });

    it.each(PRESENTED)('reads what a request presents: %s', async (...row) => {
      const [, headers, errorType, method] = row;
      const { result, points } = await playRefused(headers, { sessionCookies: ['sid'] });

      expect(result).toEqual([401]);
      expect(points(ATTEMPTS).map(({ attributes }) => attributes)).toEqual([
        expect.objectContaining({ outcome: 'failure', 'error.type': errorType, method }),
      ]);
    });

    it('reads from a callback that the identity provider sent an error', async () => {
      const { points } = await observeApp(
        (meter) => {
          const operations = { 'GET /callback': 'oauth_callback' };
          const metrics = functions.authMetrics(meter, { operations });
          return listenerOf(metrics, answer(302, { location: '/login' }));
        },
        get({}, '/callback?error=access_denied'),
      );

      expect(points(OAUTH_STEPS_TAKEN)).toEqual([
        { attributes: { step: 'callback', outcome: 'failure', provider: '_OTHER' }, value: 1 },
      ]);
      expect(points(LOGINS)).toEqual(
        failedPoint('access_denied', 'insufficient_permissions', 'oauth'),
      );
    });

    it('is not needed: guards of one request count it once by themselves', async () => {
      const { points } = await observeApp(
        (meter) => {
          const guard = () => functions.observeAuth(leave({}), { meter });
          return listenerOf(guard(), guard(), answer(200));
        },
        get(VALID, '/'),
      );

      expect(points(ATTEMPTS)).toEqual(succeededPoint('jwt'));
    });
  });

  describe('OPTIONS', () => {
    it.each(['observeAuth', 'observeLogin'] as const)(
      'reaches what %s wraps, and is no attempt',
      async (name) => {
        const { result, points } = await observeApp(
          (meter) => listenerOf(functions[name](answer(401), { meter })),
          async (url) => (await fetch(url, { method: 'OPTIONS' })).status,
        );

        expect(result).toBe(401);
        expect(points(ATTEMPTS)).toEqual([]);
        expect(points(LOGINS)).toEqual([]);
      },
    );
  });
}
