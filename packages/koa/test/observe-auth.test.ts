import { EXPIRED, get, observeApp, VALID } from '@authmeter/adapter-contract';
import type { AuthMeter } from '@authmeter/core';
import { ATTEMPTS, ERRORS, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import type Koa from 'koa';
import { authMetrics, observeAuth } from '../src';
import { answerError, KOA_VERSIONS, Koa3, listenerOf, serve, type KoaClass } from './koa-versions';

const SUCCESS = { attributes: { outcome: 'success', method: 'jwt' }, value: 1 };
const EXPIRED_ERROR = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
const pass: Koa.Middleware = (_ctx, next) => next();

function failure(errorType: string, reason: string) {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method: 'jwt' };
  return { attributes, value: 1 };
}

/** An app with one guard in front of one handler. */
function guarded(App: KoaClass, guard: Koa.Middleware, handler: Koa.Middleware = serve) {
  return (meter: AuthMeter) =>
    listenerOf(App, authMetrics(meter), observeAuth(guard, { meter }), handler);
}

describe.each(KOA_VERSIONS)('observeAuth on %s', (_name, App) => {
  it.each<readonly [string, Koa.Middleware]>([
    [
      'throws',
      (ctx) => {
        ctx.throw(401, 'no', { originalError: EXPIRED_ERROR });
      },
    ],
    [
      'rejects',
      async (ctx) => {
        ctx.throw(401, 'no', { originalError: EXPIRED_ERROR });
      },
    ],
  ])("takes the cause from what ctx.throw %s, which Koa's own handler answers", async (...row) => {
    const [, guard] = row;
    const { result, points } = await observeApp(guarded(App, guard), get(VALID, '/'));

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
    expect(points(TOKEN_VALIDATIONS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'expired_token',
          reason: 'expired_token',
          token_type: 'access',
        },
        value: 1,
      },
    ]);
  });

  it.each([400, 401, 403, 404, 500])(
    'takes ctx.throw(%i) of the handler for no refusal of the guard',
    async (status) => {
      const { result, points } = await observeApp(
        guarded(App, pass, (ctx) => {
          ctx.throw(status);
        }),
        get(VALID, '/'),
      );

      expect(result).toEqual([status]);
      expect(points(ATTEMPTS)).toEqual([SUCCESS]);
      expect(points(ERRORS)).toEqual([]);
    },
  );

  it('keeps the first word of a guard that throws after it handed on', async () => {
    const { result, points } = await observeApp(
      guarded(App, async (ctx, next) => {
        await next();
        ctx.throw(401);
      }),
      get(VALID, '/'),
    );

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([SUCCESS]);
  });

  it('lets the refusal of an inner guard outweigh the outer one, which sees it come back', async () => {
    const { points } = await observeApp(
      (meter) =>
        listenerOf(
          App,
          authMetrics(meter),
          observeAuth(pass, { meter }),
          observeAuth<Koa.Middleware>(() => Promise.reject(EXPIRED_ERROR), { meter }),
        ),
      get(EXPIRED, '/'),
    );

    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
    expect(points(ERRORS)).toEqual([
      { attributes: { 'error.type': 'expired_token', operation: 'authenticate' }, value: 1 },
    ]);
  });

  it.each([
    [401, [failure('unknown', 'unknown')]],
    [403, [failure('insufficient_permissions', 'insufficient_permissions')]],
    [302, []],
  ])('reads a guard that answers %i instead of handing on', async (status, expected) => {
    const { result, points } = await observeApp(
      guarded(App, (ctx) => {
        ctx.status = status;
      }),
      get(VALID, '/'),
    );

    expect(result).toEqual([status]);
    expect(points(ATTEMPTS)).toEqual(expected);
  });

  it('reads a guard that answers by itself with ctx.respond false', async () => {
    const { result, points } = await observeApp(
      guarded(App, (ctx) => {
        ctx.respond = false;
        ctx.res.setHeader('WWW-Authenticate', 'Bearer error="insufficient_scope"');
        ctx.res.writeHead(401).end();
      }),
      get(VALID, '/'),
    );

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([
      failure('insufficient_permissions', 'insufficient_permissions'),
    ]);
  });
});

describe('observeAuth and who answers', () => {
  it('does not mind an error handler in front of everything', async () => {
    const { result, points } = await observeApp(
      (meter) =>
        listenerOf(
          Koa3,
          answerError,
          authMetrics(meter),
          observeAuth<Koa.Middleware>(() => Promise.reject(EXPIRED_ERROR), { meter }),
        ),
      get(EXPIRED, '/'),
    );

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([failure('expired_token', 'expired_token')]);
  });

  it('sees no attempt in the 404 that Koa answers where nobody does', async () => {
    const { result, points } = await observeApp(
      (meter) => listenerOf(Koa3, authMetrics(meter)),
      get(VALID, '/'),
    );

    expect(result).toEqual([404]);
    expect(points(ATTEMPTS)).toEqual([]);
  });
});
