import { EXPIRED, observeApp } from '@authmeter/adapter-contract';
import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  ERRORS,
  INSTRUMENTATION_FAILURES,
  LOGINS,
} from '@authmeter/core/conventions';
import type Koa from 'koa';
import { authMetrics, observeLogin, type ObserveLoginOptions } from '../src';
import { answerError, KOA_VERSIONS, Koa3, listenerOf, type KoaClass } from './koa-versions';

const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const post = async (url: string): Promise<number> =>
  (await fetch(url, { method: 'POST', headers: EXPIRED, redirect: 'manual' })).status;

/** Posts one login to an app with this handler, and whatever is behind it. */
function play(
  App: KoaClass,
  handler: Koa.Middleware,
  options: ObserveLoginOptions = {},
  ...behind: readonly Koa.Middleware[]
) {
  return observeApp(
    (meter) => {
      const login = observeLogin(handler, { meter, ...options });
      return listenerOf(App, authMetrics(meter), answerError, login, ...behind);
    },
    post,
    { meter: { unsafeRawUserIds: true } },
  );
}

function answer(status: number): Koa.Middleware {
  return (ctx) => {
    ctx.status = status;
  };
}

function failure(errorType: string, reason: string, method = 'password') {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return [{ attributes, value: 1 }];
}

const SUCCESS = [{ attributes: { outcome: 'success', method: 'password' }, value: 1 }];

describe.each(KOA_VERSIONS)('observeLogin on %s', (_name, App) => {
  it('counts a login that is served, whatever token came along', async () => {
    const { result, points } = await play(App, answer(200));

    expect(result).toBe(200);
    expect(points(LOGINS)).toEqual(SUCCESS);
    expect(points(ATTEMPTS)).toEqual(SUCCESS);
    expect(points(ERRORS)).toEqual([]);
  });

  it.each([400, 401, 403, 404, 422])('counts a login that refuses with %i', async (status) => {
    const { points } = await play(App, answer(status));

    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
  });

  it.each<readonly [string, Koa.Middleware]>([
    [
      'throws',
      () => {
        throw databaseDown();
      },
    ],
    ['rejects with', () => Promise.reject(databaseDown())],
    [
      'puts into ctx.throw',
      (ctx) => {
        ctx.throw(401, 'no', { cause: databaseDown() });
      },
    ],
  ])('takes the cause from the error that the handler %s', async (_how, handler) => {
    const { result, points } = await play(App, handler);

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual(failure('dependency_error', 'dependency_error'));
    expect(points(ERRORS)).toEqual([
      { attributes: { 'error.type': 'dependency_error', operation: 'login' }, value: 1 },
    ]);
  });

  it('lets the status speak where somebody downstream fails after the login handed on', async () => {
    const { points } = await play(
      App,
      (_ctx, next) => next(),
      {},
      () => {
        throw databaseDown();
      },
    );

    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
  });
});

describe('observeLogin', () => {
  it('counts a login with the method that it is told', async () => {
    const { points } = await play(Koa3, answer(401), { method: 'passkey' });

    expect(points(LOGINS)).toEqual(
      failure('invalid_credentials', 'invalid_credentials', 'passkey'),
    );
  });

  it.each([
    ['/home', SUCCESS],
    ['/login?error', failure('account_locked', 'account_restricted')],
  ])('lets the outcome callback judge a redirect to %s', async (location, expected) => {
    const { result, points } = await play(
      Koa3,
      (ctx) => {
        ctx.redirect(location);
      },
      {
        outcome: (ctx, response) =>
          response.get('location') === '/home' && ctx.status === 302
            ? 'success'
            : { outcome: 'failure', errorType: 'account_locked' },
      },
    );

    expect(result).toBe(302);
    expect(points(LOGINS)).toEqual(expected);
  });

  it('lets the outcome callback judge a flag in the body', async () => {
    const { result, points } = await play(
      Koa3,
      (ctx) => {
        ctx.body = { ok: false };
      },
      { outcome: ({ body }) => ((body as { ok: boolean }).ok ? 'success' : 'failure') },
    );

    expect(result).toBe(200);
    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
  });

  it('survives an outcome callback that throws, counts that it did, and takes the status', async () => {
    const { result, points } = await play(Koa3, answer(401), {
      outcome: () => {
        throw new Error('the callback threw');
      },
    });

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
    expect(points(INSTRUMENTATION_FAILURES)).toEqual([
      { attributes: { component: 'adapter' }, value: 1 },
    ]);
  });

  it('names the account of a failed login', async () => {
    const { points } = await play(Koa3, answer(401), { identify: () => ({ accountId: 'alice' }) });

    expect(points(ACCOUNT_FAILURES)).toEqual([{ attributes: { user_id: 'alice' }, value: 1 }]);
  });

  it('counts the login in an app without authMetrics all the same', async () => {
    const { points } = await observeApp(
      (meter) => listenerOf(Koa3, observeLogin(answer(401), { meter })),
      post,
    );

    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
  });

  it('counts once where the route table declares the login too', async () => {
    const { points } = await observeApp((meter) => {
      const metrics = authMetrics(meter, { operations: { 'POST /': 'login' } });
      return listenerOf(Koa3, metrics, observeLogin(answer(200), { meter }));
    }, post);

    expect(points(LOGINS)).toEqual(SUCCESS);
    expect(points(ATTEMPTS)).toEqual(SUCCESS);
  });
});
