import { get, observeApp, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, LOGINS, OAUTH_STEPS_TAKEN, SOURCE_FAILURES } from '@authmeter/core/conventions';
import type { RequestHandler } from 'express';
import { expressjwt } from 'express-jwt';
import { authMetrics, observeAuth, type AuthMetricsOptions } from '../src';
import { EXPRESS_VERSIONS, express5 } from './express-versions';

const LARGE_HEADERS = { server: { maxHeaderSize: 256 * 1024 } };
const KILOBYTES_64 = 'a'.repeat(65_536);

const refuse: RequestHandler = (_request, response) => {
  response.status(401).end();
};

function playRefused(headers: Record<string, string>, options: AuthMetricsOptions) {
  return observeApp(
    (meter) => express5().use(authMetrics(meter, options), refuse),
    get(headers, '/'),
    LARGE_HEADERS,
  );
}

async function post(url: string): Promise<number> {
  return (await fetch(url, { method: 'POST' })).status;
}

describe.each(EXPRESS_VERSIONS)('authMetrics on %s', (_name, createApp) => {
  it('knows a declared route below the mount path of a sub-router', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const router = createApp.Router();
        router.use(authMetrics(meter, { operations: { 'POST /api/v1/login': 'login' } }));
        router.post('/login', refuse);
        const version = createApp.Router().use('/v1', router);
        return createApp().use('/api', version);
      },
      (url) => post(`${url}/api/v1/login/?next=%2Fhome`),
    );

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'invalid_credentials',
          reason: 'invalid_credentials',
          method: 'password',
        },
        value: 1,
      },
    ]);
  });

  it('tells the guards of two routers of one request apart from two requests', async () => {
    const { points } = await observeApp(
      (meter) => {
        const guard = observeAuth(expressjwt({ secret: SECRET, algorithms: ['HS256'] }), { meter });
        const inner = createApp.Router().use(guard);
        inner.get('/', (_request, response) => {
          response.end();
        });
        const app = createApp();
        app.use(authMetrics(meter));
        app.use('/outer', guard, createApp.Router().use('/inner', inner));
        return app;
      },
      get(VALID, '/outer/inner', '/outer/inner'),
    );

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 2 },
    ]);
  });

  it('reads from a callback that the identity provider sent an error', async () => {
    const { points } = await observeApp(
      (meter) => {
        const app = createApp();
        app.use(authMetrics(meter, { operations: { 'GET /callback': 'oauth_callback' } }));
        app.get('/callback', (_request, response) => {
          response.redirect('/login');
        });
        return app;
      },
      get({}, '/callback?error=access_denied'),
    );

    expect(points(OAUTH_STEPS_TAKEN)).toEqual([
      { attributes: { step: 'callback', outcome: 'failure', provider: '_OTHER' }, value: 1 },
    ]);
    expect(points(LOGINS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'access_denied',
          reason: 'insufficient_permissions',
          method: 'oauth',
        },
        value: 1,
      },
    ]);
  });
});

const FORWARDED: readonly (readonly [
  string,
  AuthMetricsOptions,
  Record<string, string>,
  string,
])[] = [
  ['the socket without trusted hops', {}, { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.0'],
  [
    'the last entry behind one proxy',
    { trustedHops: 1 },
    { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' },
    '203.0.113.0',
  ],
  [
    'the second last entry behind two proxies',
    { trustedHops: 2 },
    { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' },
    '198.51.100.0',
  ],
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

describe('authMetrics and where a request comes from', () => {
  it.each(FORWARDED)('believes %s', async (_whom, options, headers, address) => {
    const { points } = await playRefused(headers, options);

    expect(points(SOURCE_FAILURES)).toEqual([{ attributes: { ip_address: address }, value: 1 }]);
  });
});

describe('authMetrics and what a request presents', () => {
  it.each<readonly [string, Record<string, string>, string, string]>([
    ['64 KB of token', { authorization: `Bearer ${KILOBYTES_64}` }, 'invalid_format', 'jwt'],
    ['64 KB of scheme', { authorization: KILOBYTES_64 }, 'invalid_format', 'jwt'],
    ['64 KB of cookies', { cookie: `sid=${KILOBYTES_64}` }, 'missing_auth', 'jwt'],
    ['an API key', { 'x-api-key': 'k' }, 'unknown', 'api_key'],
    ['a session cookie', { cookie: 'a=b; sid=1' }, 'unknown', 'session'],
  ])('reads %s', async (_what, headers, errorType, method) => {
    const { result, points } = await playRefused(headers, {
      sessionCookies: ['sid'],
    });

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS).map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ outcome: 'failure', 'error.type': errorType, method }),
    ]);
  });
});
