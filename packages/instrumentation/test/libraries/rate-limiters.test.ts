import express, { type RequestHandler } from 'express';
import type * as expressRateLimit from 'express-rate-limit';
import { Redis } from 'ioredis';
import Koa from 'koa';
import koaRatelimitModule from 'koa-ratelimit';
import * as flexible from 'rate-limiter-flexible';
import { get, observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

/* eslint-disable @typescript-eslint/no-require-imports -- Function modules are patched whole, and aliases have no types. */
type RateLimit = typeof expressRateLimit.rateLimit;
const rateLimit = patched('express-rate-limit', require('express-rate-limit') as RateLimit);
const rateLimitLowest = patched(
  'express-rate-limit',
  require('lowest-express-rate-limit') as RateLimit,
);
const koaRatelimit = patched('koa-ratelimit', koaRatelimitModule);
const koaRatelimitLowest = patched(
  'koa-ratelimit',
  require('lowest-koa-ratelimit') as typeof koaRatelimitModule,
);
const limiters = patched('rate-limiter-flexible', flexible);
const limitersLowest = patched(
  'rate-limiter-flexible',
  require('lowest-rate-limiter-flexible') as typeof flexible,
);
/* eslint-enable */

const decided = (limiter: string, result: string, count = 1): string =>
  `auth.rate_limit.requests limiter=${limiter} result=${result} ${String(count)}`;
const THROTTLED = [
  'auth.attempts error.type=rate_limited method=jwt outcome=failure reason=rate_limited 1',
  'auth.errors error.type=rate_limited operation=authenticate 1',
];
const serveIt: RequestHandler = (_request, response) => {
  response.send('served');
};

function expressApp(limiter: RequestHandler): express.Express {
  const app = express();
  app.use(limiter, serveIt);
  app.use(((_error, _request, response, _next) => {
    response.sendStatus(503);
  }) satisfies express.ErrorRequestHandler);
  return app;
}

describe.each([
  ['newest', rateLimit],
  ['lowest', rateLimitLowest],
])('patched express-rate-limit, the %s version', (_name, factory) => {
  const observe = (options: object, paths: readonly string[], limiters: string[] = []) =>
    observeZeroCode(() => serve(expressApp(factory({ max: 1, ...options })), get({}, ...paths)), {
      config: { meterOptions: { limiters } },
    });

  it('counts what was allowed and limited; who was limited was refused', async () => {
    const { result, counted } = await observe({}, ['/', '/']);

    expect(result).toEqual([200, 429]);
    expect(counted).toEqual([
      ...THROTTLED,
      decided('express-rate-limit', 'allowed'),
      decided('express-rate-limit', 'limited'),
    ]);
  });

  it('counts a limiter that answers in its own way, and what it skips', async () => {
    const { result, counted } = await observe(
      {
        skip: ({ path }: express.Request) => path === '/health',
        handler: (_request: express.Request, response: express.Response) => {
          setImmediate(() => response.sendStatus(418));
        },
      },
      ['/', '/health', '/'],
    );

    expect(result).toEqual([200, 200, 418]);
    expect(counted).toEqual([
      ...THROTTLED,
      decided('express-rate-limit', 'allowed'),
      decided('express-rate-limit', 'limited'),
      decided('express-rate-limit', 'skipped'),
    ]);
  });

  it('counts a store that fails', async () => {
    const broken = {
      increment: () => Promise.reject(new Error('down')),
      decrement: () => undefined,
      resetKey: () => undefined,
    };

    const { result, counted } = await observe({ store: broken }, ['/']);

    expect(result).toEqual([503]);
    expect(counted).toEqual([decided('express-rate-limit', 'store_error')]);
  });
});

describe('patched express-rate-limit', () => {
  it('calls a limiter by its identifier where that is declared', async () => {
    const app = expressApp(rateLimit({ identifier: 'login' }));

    const { counted } = await observeZeroCode(() => serve(app, get({}, '/')), {
      config: { meterOptions: { limiters: ['login'] } },
    });

    expect(counted).toEqual([decided('login', 'allowed')]);
  });

  it('is patched by every name under which it is exported', () => {
    const exported = rateLimit as RateLimit & { rateLimit: RateLimit; default: RateLimit };

    expect(exported.rateLimit).toBe(rateLimit);
    expect(exported.default).toBe(rateLimit);
  });
});

describe.each([
  ['newest', koaRatelimit],
  ['lowest', koaRatelimitLowest],
])('patched koa-ratelimit, the %s version', (_name, factory) => {
  const observe = (options: object, paths: readonly string[]) =>
    observeZeroCode(() => {
      const app = new Koa();
      app.use(factory({ driver: 'memory', db: new Map(), max: 1, ...options }));
      app.use((context) => {
        context.body = 'served';
      });
      return serve(app.callback(), get({}, ...paths));
    });

  it.each([{}, { throw: true }, { disableHeader: true }])(
    'counts what was allowed and limited; who was limited was refused: %p',
    async (options) => {
      const { result, counted } = await observe(options, ['/', '/']);

      expect(result).toEqual([200, 429]);
      expect(counted).toEqual([
        ...THROTTLED,
        decided('koa-ratelimit', 'allowed'),
        decided('koa-ratelimit', 'limited'),
      ]);
    },
  );

  it('counts who is on its lists', async () => {
    const { result, counted } = await observe(
      {
        headers: { total: 'X-Total', remaining: 'X-Left', reset: 'X-Reset' },
        whitelist: (context: Koa.Context) => context.path === '/white',
        blacklist: (context: Koa.Context) => context.path === '/black',
      },
      ['/white', '/black', '/'],
    );

    expect(result).toEqual([200, 403, 200]);
    expect(counted.filter((line) => line.startsWith('auth.rate_limit'))).toEqual([
      decided('koa-ratelimit', 'allowed'),
      decided('koa-ratelimit', 'limited'),
      decided('koa-ratelimit', 'skipped'),
    ]);
  });
});

describe.each([
  ['newest', limiters],
  ['lowest', limitersLowest],
])('patched rate-limiter-flexible, the %s version', (_name, library) => {
  const { RateLimiterMemory, RateLimiterUnion, BurstyRateLimiter, RateLimiterRedis } = library;
  const consume = (limiter: { consume(key: string): Promise<unknown> }, times: number) =>
    observeZeroCode(
      async () => {
        const results: string[] = [];
        for (let time = 0; time < times; time += 1) {
          results.push(
            await limiter.consume('key').then(
              () => 'allowed',
              (rejection: unknown) => (rejection instanceof Error ? rejection.message : 'limited'),
            ),
          );
        }
        return results;
      },
      { config: { meterOptions: { limiters: ['login'] } } },
    );

  it('counts what was allowed and limited, by its prefix where that is declared', async () => {
    const limiter = new RateLimiterMemory({ points: 1, duration: 5, keyPrefix: 'login' });

    const { result, counted } = await consume(limiter, 2);

    expect(result).toEqual(['allowed', 'limited']);
    expect(counted).toEqual([decided('login', 'allowed'), decided('login', 'limited')]);
  });

  it.each([
    [
      'a union',
      () =>
        new RateLimiterUnion(
          new RateLimiterMemory({ points: 1, duration: 5, keyPrefix: 'a' }),
          new RateLimiterMemory({ points: 5, duration: 5, keyPrefix: 'b' }),
        ),
    ],
    [
      'one that allows bursts',
      () =>
        new BurstyRateLimiter(
          new RateLimiterMemory({ points: 1, duration: 5 }),
          new RateLimiterMemory({ points: 0, duration: 5 }),
        ),
    ],
  ])('counts the decision of %s once', async (_what, create) => {
    const { result, counted } = await consume(create(), 2);

    expect(result).toEqual(['allowed', 'limited']);
    expect(counted).toEqual([
      decided('rate-limiter-flexible', 'allowed'),
      decided('rate-limiter-flexible', 'limited'),
    ]);
  });

  it('counts a store that fails, unless an insurance steps in', async () => {
    // Nothing listens there, and no command waits until something does.
    const storeClient = new Redis(1, '127.0.0.1', {
      enableOfflineQueue: false,
      lazyConnect: true,
      retryStrategy: () => null,
    });
    const options = { storeClient, points: 1, duration: 5 };
    const insuranceLimiter = new RateLimiterMemory({ points: 1, duration: 5 });

    const alone = await consume(new RateLimiterRedis(options), 1);
    const insured = await consume(new RateLimiterRedis({ ...options, insuranceLimiter }), 1);

    expect(alone.counted).toEqual([decided('rate-limiter-flexible', 'store_error')]);
    expect(insured.result).toEqual(['allowed']);
    expect(insured.counted).toEqual([decided('rate-limiter-flexible', 'allowed')]);
  });
});

describe('patched rate-limiter-flexible in a request', () => {
  it('refuses the request that it limits', async () => {
    const limiter = new limiters.RateLimiterMemory({ points: 1, duration: 5 });
    const app = express();
    app.get('/', (_request, response) => {
      limiter.consume('key').then(
        () => response.send('served'),
        () => response.sendStatus(429),
      );
    });

    const { result, counted } = await observeZeroCode(() => serve(app, get({}, '/', '/')));

    expect(result).toEqual([200, 429]);
    expect(counted).toEqual([
      ...THROTTLED,
      decided('rate-limiter-flexible', 'allowed'),
      decided('rate-limiter-flexible', 'limited'),
    ]);
  });
});
