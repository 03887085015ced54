import { AsyncLocalStorage } from 'node:async_hooks';
import { get, observeApp, SECRET, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, LOGINS } from '@authmeter/core/conventions';
import Router, { type RouterMiddleware } from '@koa/router';
import type Koa from 'koa';
import jwt from 'koa-jwt';
import mount from 'koa-mount';
import { authMetrics, observeAuth } from '../src';
import { KOA_VERSIONS, Koa3, listenerOf, refuse, serve } from './koa-versions';

const outsideOfRequests = AsyncLocalStorage.snapshot();
const SUCCESS = { attributes: { outcome: 'success', method: 'jwt' }, value: 1 };
const FAILED_LOGIN = {
  attributes: {
    outcome: 'failure',
    'error.type': 'invalid_credentials',
    reason: 'invalid_credentials',
    method: 'password',
  },
  value: 1,
};

const post =
  (path: string) =>
  async (url: string): Promise<number> =>
    (await fetch(url + path, { method: 'POST' })).status;

const routesOf = (router: Router): Koa.Middleware => router.routes() as Koa.Middleware;

describe.each(KOA_VERSIONS)('authMetrics on %s', (_name, App) => {
  it('knows a declared route whatever template the router has for it', async () => {
    const { result, points } = await observeApp((meter) => {
      const inner = new Router().post('/:action', refuse as RouterMiddleware);
      const router = new Router({ prefix: '/api' }).use('/:version', inner.routes());
      const operations = { 'POST /api/v1/login': 'login' } as const;
      return listenerOf(App, authMetrics(meter, { operations }), routesOf(router));
    }, post('/api/v1/login/?next=%2Fhome'));

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual([FAILED_LOGIN]);
  });

  it('knows a declared route below the paths of mounted apps', async () => {
    const { result, points } = await observeApp((meter) => {
      const operations = { 'POST /api/v1/login': 'login' } as const;
      const inner = new App().use(authMetrics(meter, { operations })).use(refuse);
      const outer = new App().use(mount('/v1', inner));
      return listenerOf(App, mount('/api', outer));
    }, post('/api/v1/login'));

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual([FAILED_LOGIN]);
  });

  it('counts the guards of an app and of one mounted in it once', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const guard = observeAuth(jwt({ secret: SECRET }), { meter });
        const inner = new App().use(guard).use(serve);
        return listenerOf(App, authMetrics(meter), guard, mount('/inner', inner));
      },
      get(VALID, '/inner', '/inner'),
    );

    expect(result).toEqual([200, 200]);
    expect(points(ATTEMPTS)).toEqual([{ ...SUCCESS, value: 2 }]);
  });

  it.each([
    [401, 'unknown', 'unknown'],
    [403, 'insufficient_permissions', 'insufficient_permissions'],
  ])('sees %i that a handler answers with ctx.respond false', async (status, ...why) => {
    const [errorType, reason] = why;
    const { result, points } = await observeApp(
      (meter) =>
        listenerOf(App, authMetrics(meter), (ctx) => {
          ctx.respond = false;
          setImmediate(() => ctx.res.writeHead(status).end());
        }),
      get(VALID, '/'),
    );

    expect(result).toEqual([status]);
    expect(points(ATTEMPTS)).toEqual([
      {
        attributes: { outcome: 'failure', 'error.type': errorType, reason, method: 'jwt' },
        value: 1,
      },
    ]);
  });
});

describe('authMetrics', () => {
  it("is found by Node's request where the async context is lost", async () => {
    const { points } = await observeApp((meter) => {
      return listenerOf(Koa3, authMetrics(meter), (ctx) => {
        outsideOfRequests(() => {
          meter.record({ kind: 'login', outcome: 'success', method: 'passkey' }, ctx.req);
        });
        ctx.status = 401;
      });
    }, post('/'));

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'passkey' }, value: 1 },
    ]);
  });

  it("judges an answer by the context of the host's own types", async () => {
    const { points } = await observeApp((meter) => {
      const outcome = (ctx: Koa.Context) => (ctx.body === 'served' ? 'failure' : 'success');
      const operations = { 'POST /login': { operation: 'login', outcome } } as const;
      return listenerOf(Koa3, authMetrics(meter, { operations }), serve);
    }, post('/login'));

    expect(points(LOGINS)).toEqual([FAILED_LOGIN]);
  });
});
