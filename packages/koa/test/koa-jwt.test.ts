import { EXPIRED, FORGED, get, observeApp, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, ERRORS, TOKEN_AGE, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import type Koa from 'koa';
import jwt, { type Options } from 'koa-jwt';
import { authMetrics, observeAuth } from '../src';
import { KOA_VERSIONS, Koa3, listenerOf, refuse, serve, type KoaClass } from './koa-versions';

type Headers = Record<string, string>;
const SUCCESS = { attributes: { outcome: 'success', method: 'jwt' }, value: 1 };
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const unreachable = (): Promise<string> =>
  Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));

function play(
  App: KoaClass,
  headers: Headers,
  options: Partial<Options> = {},
  handler: Koa.Middleware = serve,
) {
  return observeApp(
    (meter) => {
      const guard = observeAuth(jwt({ secret: SECRET, ...options }), { meter });
      return listenerOf(App, authMetrics(meter, { sessionCookies: ['token'] }), guard, handler);
    },
    get(headers, '/'),
  );
}

function failed(errorType: string, reason: string) {
  return { outcome: 'failure', 'error.type': errorType, reason };
}

const REFUSALS: readonly (readonly [string, Headers, Partial<Options>, string, string])[] = [
  ['an expired token', EXPIRED, {}, 'expired_token', 'expired_token'],
  ['a forged token', FORGED, {}, 'invalid_signature', 'invalid_credentials'],
  ['a malformed token', bearer('a.b.c'), {}, 'invalid_format', 'invalid_format'],
  ['an unknown scheme', { authorization: 'Pigeon x' }, {}, 'invalid_format', 'invalid_format'],
  ['half a header', { authorization: 'Bearer' }, {}, 'invalid_format', 'invalid_format'],
  ['nothing', {}, {}, 'missing_auth', 'missing_auth'],
  [
    'a revoked token',
    VALID,
    { isRevoked: () => Promise.resolve(true) },
    'token_revoked',
    'invalid_credentials',
  ],
  ['another audience', VALID, { audience: 'api' }, 'invalid_claims', 'invalid_credentials'],
  [
    'any token while the keys are unreachable',
    VALID,
    { secret: unreachable },
    'dependency_error',
    'dependency_error',
  ],
  [
    'any token where there is no key',
    VALID,
    { secret: () => Promise.resolve('') },
    'configuration_error',
    'internal_error',
  ],
  [
    'an expired token that fits none of two keys',
    EXPIRED,
    { secret: [SECRET, 'the next key'] },
    'expired_token',
    'expired_token',
  ],
];

describe.each(KOA_VERSIONS)('koa-jwt on %s', (_name, App) => {
  it('counts an accepted token, and its age from the claims in ctx.state.user', async () => {
    const { result, points, distributions } = await play(App, VALID);

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
    expect(distributions(TOKEN_AGE).map(({ value }) => value.counts)).toEqual([
      [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it.each(REFUSALS)('tells why it refuses %s', async (_what, headers, options, ...why) => {
    const { result, points } = await play(App, headers, options);

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([
      { attributes: { ...failed(...why), method: 'jwt' }, value: 1 },
    ]);
  });
});

const PASSED_THROUGH: readonly (readonly [string, Headers, Partial<Options>, readonly string[]])[] =
  [
    ['an expired token', EXPIRED, {}, ['expired_token', 'expired_token']],
    [
      'an expired token in a cookie',
      { cookie: `token=${EXPIRED.authorization.slice(7)}` },
      { cookie: 'token' },
      ['expired_token', 'expired_token'],
    ],
    [
      'any token without keys',
      VALID,
      { secret: unreachable },
      ['dependency_error', 'dependency_error'],
    ],
    ['nothing', {}, {}, []],
    ['nothing, with a key function', {}, { secret: () => Promise.resolve(SECRET) }, []],
    ['something that is no token', { authorization: 'Basic YTpi' }, {}, []],
  ];

describe('koa-jwt with passthrough', () => {
  it.each(PASSED_THROUGH)('serves a guest with %s, which is no attempt', async (...row) => {
    const [, headers, options, [errorType, reason]] = row;
    const { result, points } = await play(Koa3, headers, { passthrough: true, ...options });

    const isCounted = errorType !== undefined && reason !== undefined;
    const verdict = isCounted ? failed(errorType, reason) : {};
    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([]);
    expect(points(TOKEN_VALIDATIONS)).toEqual(
      isCounted ? [{ attributes: { ...verdict, token_type: 'access' }, value: 1 }] : [],
    );
    expect(points(ERRORS)).toEqual(
      isCounted
        ? [{ attributes: { 'error.type': errorType, operation: 'token_validate' }, value: 1 }]
        : [],
    );
  });

  it('counts an accepted token', async () => {
    const { points } = await play(Koa3, VALID, { passthrough: true });

    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
  });

  it('gives the reason where the handler refuses for want of an account', async () => {
    const { points } = await play(Koa3, EXPIRED, { passthrough: true }, refuse);

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { ...failed('expired_token', 'expired_token'), method: 'jwt' }, value: 1 },
    ]);
    expect(points(TOKEN_VALIDATIONS).map(({ value }) => value)).toEqual([1]);
    expect(points(ERRORS)).toEqual([
      { attributes: { 'error.type': 'expired_token', operation: 'authenticate' }, value: 1 },
    ]);
  });

  it('counts a validation once where the verifier tells of it too', async () => {
    const { points } = await observeApp(
      (meter) => {
        const guard: Koa.Middleware = (ctx, next) => {
          const error = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
          meter.record({ kind: 'token_validation', outcome: 'failure', error });
          ctx.state['jwtOriginalError'] = error;
          return next();
        };
        return listenerOf(Koa3, observeAuth(guard, { meter }), serve);
      },
      get(EXPIRED, '/'),
    );

    expect(points(TOKEN_VALIDATIONS).map(({ value }) => value)).toEqual([1]);
  });

  it('accepts a token that only the second of two layers can verify', async () => {
    const { points } = await observeApp(
      (meter) => {
        const layers = ['another key', SECRET].map((secret) =>
          observeAuth(jwt({ secret, passthrough: true }), { meter }),
        );
        return listenerOf(Koa3, ...layers, serve);
      },
      get(VALID, '/'),
    );

    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
  });
});

describe('koa-jwt and unless', () => {
  it('sees no attempt on a path that the observed middleware leaves out', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const guard = observeAuth(jwt({ secret: SECRET }), { meter });
        return listenerOf(Koa3, guard.unless({ path: '/public' }), serve);
      },
      get(VALID, '/public', '/private'),
    );

    expect(result).toEqual([200, 200]);
    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
  });
});
