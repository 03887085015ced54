import { get, observeApp } from '@authmeter/adapter-contract';
import {
  ATTEMPTS,
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_USAGE,
} from '@authmeter/core/conventions';
import type Koa from 'koa';
import rateLimit from 'koa-ratelimit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { authMetrics, observeRateLimit } from '../src';
import { KOA_VERSIONS, Koa3, listenerOf, serve, type KoaClass } from './koa-versions';

const PATHS = ['/', '/', '/'];
const METER = { meter: { limiters: ['api'] } };

/** Plays requests to an app behind one limiter. */
function play(App: KoaClass, limiter: Koa.Middleware, paths = PATHS, handler = serve) {
  return observeApp(
    (meter) => {
      const observed = observeRateLimit(limiter, { meter, limiter: 'api' });
      return listenerOf(App, authMetrics(meter), observed, handler);
    },
    get({}, ...paths),
    METER,
  );
}

/** koa-ratelimit knows `status`, its types do not. */
type LimiterOptions = Partial<rateLimit.MiddlewareOptions> & { readonly status?: number };

function limiterWith(options: LimiterOptions = {}): Koa.Middleware {
  return rateLimit({ driver: 'memory', db: new Map(), max: 2, ...options });
}

const decision = (result: string, value: number) => ({
  attributes: { limiter: 'api', result },
  value,
});

describe.each(KOA_VERSIONS)('observeRateLimit on %s with koa-ratelimit', (_name, App) => {
  it('counts what was allowed and limited, who hit the limit, and how much of it was used', async () => {
    const { result, points } = await play(App, limiterWith());

    expect(result).toEqual([200, 200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
    expect(points(RATE_LIMIT_HITS)).toEqual([
      { attributes: { limiter: 'api', ip_address: '127.0.0.0' }, value: 1 },
    ]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([{ attributes: { limiter: 'api' }, value: 1 }]);
    expect(points(ATTEMPTS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'rate_limited',
          reason: 'rate_limited',
          method: 'jwt',
        },
        value: 1,
      },
    ]);
  });

  it.each([429, 503])('counts what the limiter throws with %i as limited', async (status) => {
    const { result, points } = await play(App, limiterWith({ throw: true, status }));

    expect(result).toEqual([200, 200, status]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
  });

  it('takes an error of the handler for no decision of the limiter', async () => {
    const { result, points } = await play(App, limiterWith(), ['/'], (ctx) => {
      ctx.throw(429);
    });

    expect(result).toEqual([429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 1)]);
  });
});

describe('observeRateLimit with koa-ratelimit', () => {
  it('measures the share that is used', async () => {
    const { points } = await play(Koa3, limiterWith({ max: 8 }));

    expect(points(RATE_LIMIT_USAGE)).toEqual([{ attributes: { limiter: 'api' }, value: 0.375 }]);
  });

  it('counts what is on the white list as skipped, once the limiter has shown its headers', async () => {
    const limiter = limiterWith({ max: 5, whitelist: ({ path }) => path === '/health' });

    const { points } = await play(Koa3, limiter, ['/', '/health', '/health']);

    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 1), decision('skipped', 2)]);
  });

  it('counts what is on the black list as limited', async () => {
    const { result, points } = await play(Koa3, limiterWith({ blacklist: () => true }), ['/']);

    expect(result).toEqual([403]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('limited', 1)]);
  });

  it('counts without its headers too, though not how much was used', async () => {
    const { points } = await play(Koa3, limiterWith({ disableHeader: true }));

    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([]);
  });

  it('counts a store that fails, which is not the fault of the client', async () => {
    const db = {
      defineCommand: () => undefined,
      ratelimiter: () =>
        Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
    };

    const { result, points } = await play(Koa3, limiterWith({ driver: 'redis', db: db as never }), [
      '/',
    ]);

    expect(result).toEqual([500]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('store_error', 1)]);
    expect(points(ATTEMPTS)).toEqual([]);
  });
});

describe('observeRateLimit', () => {
  it('reads the used share where a limiter leaves it in ctx.state.rateLimit', async () => {
    const limiter: Koa.Middleware = (ctx, next) => {
      ctx.state['rateLimit'] = { limit: 4, current: 3 };
      return next();
    };

    const { points } = await play(Koa3, limiter, ['/']);

    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 1)]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([{ attributes: { limiter: 'api' }, value: 0.75 }]);
  });

  it('counts a limiter of rate-limiter-flexible by what it is asked', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const limiter = new RateLimiterMemory({ points: 2, duration: 60 });
        const observed = observeRateLimit(limiter, { meter, limiter: 'api' });
        return listenerOf(Koa3, authMetrics(meter), async (ctx) => {
          await observed.consume(ctx.ip).then(
            () => (ctx.status = 200),
            () => (ctx.status = 429),
          );
        });
      },
      get({}, ...PATHS),
      METER,
    );

    expect(result).toEqual([200, 200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([{ attributes: { limiter: 'api' }, value: 1.5 }]);
  });

  it('folds the name of a limiter that the meter does not know', async () => {
    const { points } = await observeApp(
      (meter) =>
        listenerOf(Koa3, observeRateLimit(limiterWith(), { meter, limiter: 'unheard-of' })),
      get({}, '/'),
    );

    expect(points(RATE_LIMIT_REQUESTS)).toEqual([
      { attributes: { limiter: '_OTHER', result: 'allowed' }, value: 1 },
    ]);
  });
});
