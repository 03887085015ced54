import { get, observeApp } from '@authmeter/adapter-contract';
import {
  ATTEMPTS,
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_USAGE,
} from '@authmeter/core/conventions';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import { authMetrics, observeRateLimit } from '../src';
import { EXPRESS_VERSIONS, express5, type CreateExpressApp } from './express-versions';

const PATHS = ['/', '/', '/'];
const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.status ?? 500).end();
};

function play(createApp: CreateExpressApp, options: Partial<Options>, paths = PATHS) {
  return observeApp(
    (meter) => {
      const app = createApp();
      app.use(authMetrics(meter));
      const limiter = rateLimit({ limit: 2, ...options });
      app.use(observeRateLimit(limiter, { meter, limiter: 'api' }));
      app.get('/', (_request, response) => {
        response.end();
      });
      app.use(answerError);
      return app;
    },
    get({}, ...paths),
    { meter: { limiters: ['api'] } },
  );
}

const decision = (result: string, value: number) => ({
  attributes: { limiter: 'api', result },
  value,
});

describe.each(EXPRESS_VERSIONS)(
  'observeRateLimit on %s with express-rate-limit',
  (_name, create) => {
    it('counts what was allowed and limited, who hit the limit, and how much of it was used', async () => {
      const { result, points } = await play(create, {});

      expect(result).toEqual([200, 200, 429]);
      expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
      expect(points(RATE_LIMIT_HITS)).toEqual([
        { attributes: { limiter: 'api', ip_address: '127.0.0.0' }, value: 1 },
      ]);
      expect(points(RATE_LIMIT_USAGE)).toEqual([{ attributes: { limiter: 'api' }, value: 1.5 }]);
    });

    it('counts what the limiter skips as skipped', async () => {
      const { points } = await play(create, { skip: () => true });

      expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('skipped', 3)]);
      expect(points(RATE_LIMIT_USAGE)).toEqual([]);
    });

    it('counts a store that fails, which is not the fault of the client', async () => {
      const increment = () => {
        throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      };
      const { result, points } = await play(
        create,
        { store: { increment, decrement: () => undefined, resetKey: () => undefined } },
        ['/'],
      );

      expect(result).toEqual([500]);
      expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('store_error', 1)]);
      expect(points(ATTEMPTS)).toEqual([]);
    });
  },
);

describe('observeRateLimit', () => {
  it('keeps what else the limiter can do', () => {
    const limiter = rateLimit();

    const observed = observeRateLimit(limiter, { limiter: 'api' });

    expect(observed.resetKey).toBe(limiter.resetKey);
    expect(observed.getKey).toBe(limiter.getKey);
  });

  it('counts a limiter with an answer of its own as limited', async () => {
    const { result, points } = await play(express5, {
      handler: (_request, response) => {
        response.status(503).end();
      },
    });

    expect(result).toEqual([200, 200, 503]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
  });

  it('counts a limiter that hands its refusal on as an error as limited', async () => {
    const { result, points } = await play(express5, {
      handler: (_request, _response, next) => {
        next(Object.assign(new Error('slow down'), { status: 429 }));
      },
    });

    expect(result).toEqual([200, 200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
  });

  it('counts a used-up key as limited, whatever the error it is refused with', async () => {
    const { result, points } = await play(express5, {
      handler: (_request, _response, next) => {
        next(new Error('no'));
      },
    });

    expect(result).toEqual([200, 200, 500]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
  });

  it.each([
    ['lets pass', 'allowed', (next: () => void) => next()],
    [
      'throws',
      'store_error',
      () => {
        throw new Error('the store is down');
      },
    ],
    [
      'rejects',
      'store_error',
      async () => {
        throw new Error('the store is down');
      },
    ],
  ])('counts a plain middleware that %s: %s', async (_what, result, limit) => {
    const { points } = await observeApp(
      (meter) => {
        const app = express5();
        const limiter: RequestHandler = (_request, _response, next) => limit(next);
        app.use(observeRateLimit(limiter, { meter, limiter: 'api' }));
        app.use(answerError);
        return app;
      },
      get({}, '/'),
      { meter: { limiters: ['api'] } },
    );

    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision(result, 1)]);
  });

  it('folds the name of a limiter that the meter does not know', async () => {
    const { points } = await observeApp(
      (meter) => {
        const app = express5();
        app.use(observeRateLimit(rateLimit({ limit: 5 }), { meter, limiter: 'unheard-of' }));
        return app;
      },
      get({}, '/'),
    );

    expect(points(RATE_LIMIT_REQUESTS)).toEqual([
      { attributes: { limiter: '_OTHER', result: 'allowed' }, value: 1 },
    ]);
  });
});
