import { get, observeApp } from '@authmeter/adapter-contract';
import type { AuthMeter } from '@authmeter/core';
import type Koa from 'koa';
import { authMetrics, observeAuth, observeLogin, observeRateLimit } from '../src';
import { KOA_VERSIONS, Koa3, listenerOf, serve } from './koa-versions';

type Wrap = (middleware: Koa.Middleware, meter: AuthMeter) => Koa.Middleware;
const WRAPPERS: readonly (readonly [string, Wrap])[] = [
  ['authMetrics', (_middleware, meter) => authMetrics(meter)],
  ['observeAuth', (middleware, meter) => observeAuth(middleware, { meter })],
  ['observeLogin', (middleware, meter) => observeLogin(middleware, { meter })],
  [
    'observeRateLimit',
    (middleware, meter) => observeRateLimit(middleware, { meter, limiter: 'a' }),
  ],
];

/** Plays one request to a wrapped middleware; gives what it returned or rejected with to who called it. */
async function play(App: typeof Koa3, wrap: Wrap, inner: Koa.Middleware, last: Koa.Middleware) {
  const seen: { returned?: unknown; rejected?: unknown } = {};
  const look: Koa.Middleware = async (_ctx, next) => {
    try {
      seen.returned = await next();
    } catch (error) {
      seen.rejected = error;
    }
  };
  await observeApp((meter) => listenerOf(App, look, wrap(inner, meter), last), get({}, '/'));
  return seen;
}

const pass: Koa.Middleware = (_ctx, next) => next();

describe.each(KOA_VERSIONS)('on %s', (_version, App) => {
  it.each(WRAPPERS)('%s returns what comes from downstream', async (_name, wrap) => {
    const answer = Symbol('answer');

    expect(await play(App, wrap, pass, () => answer)).toEqual({ returned: answer });
  });

  it.each(WRAPPERS)('%s rejects with the very error of downstream', async (_name, wrap) => {
    const error = Object.freeze(new Error('frozen'));

    const { rejected } = await play(App, wrap, pass, () => Promise.reject(error));

    expect(rejected).toBe(error);
  });

  it.each(WRAPPERS.slice(1))('%s hands on the very error of what it wraps', async (_name, wrap) => {
    const error = Object.freeze(new Error('frozen'));
    const fail: Koa.Middleware = () => {
      throw error;
    };

    const { rejected } = await play(App, wrap, fail, serve);

    expect(rejected).toBe(error);
  });

  it.each(WRAPPERS.slice(1))('%s leaves a second call of next to Koa', async (_name, wrap) => {
    const twice: Koa.Middleware = async (_ctx, next) => {
      await next();
      await next();
    };

    const { rejected } = await play(App, wrap, twice, serve);

    expect(rejected).toEqual(new Error('next() called multiple times'));
  });
});

describe('what is wrapped', () => {
  it.each(WRAPPERS.slice(1))('keeps its other properties through %s', (_name, wrap) => {
    const unless = () => pass;
    const meter = { openExchange: () => undefined } as unknown as AuthMeter;

    const wrapped = wrap(Object.assign(pass.bind(undefined), { unless }), meter);

    expect(Object.entries(wrapped)).toEqual([['unless', unless]]);
  });

  it('is called with the context itself', async () => {
    const contexts: unknown[] = [];
    const note: Koa.Middleware = (ctx, next) => {
      contexts.push(ctx);
      return next();
    };

    await observeApp(
      (meter) => listenerOf(Koa3, note, observeAuth(note, { meter }), serve),
      get({}, '/'),
    );

    expect(contexts).toHaveLength(2);
    expect(contexts[0]).toBe(contexts[1]);
  });
});
