import { EXPIRED, observeApp } from '@authmeter/adapter-contract';
import { LOGINS } from '@authmeter/core/conventions';
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

function failure(errorType: string, reason: string, method = 'password') {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return [{ attributes, value: 1 }];
}

describe.each(KOA_VERSIONS)('observeLogin on %s', (_name, App) => {
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
});
