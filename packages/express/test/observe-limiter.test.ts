import { get, observeApp } from '@authmeter/adapter-contract';
import { ATTEMPTS, RATE_LIMIT_REQUESTS, RATE_LIMIT_USAGE } from '@authmeter/core/conventions';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterUnion,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { authMetrics, observeRateLimit } from '../src';
import { express5 } from './express-versions';

type Limiter = RateLimiterAbstract | RateLimiterUnion;

/** Plays requests to an app that asks the limiter first, answers 429 when it refuses, and 500 when it fails. */
function play(limiter: Limiter, ...paths: readonly string[]) {
  return observeApp(
    (meter) => {
      const observed = observeRateLimit(limiter, { meter, limiter: 'login' });
      const app = express5();
      app.use(authMetrics(meter));
      app.get('/', async (_request, response) => {
        try {
          await observed.consume('alice');
          response.end();
        } catch (refusal) {
          response.status(refusal instanceof Error ? 500 : 429).end();
        }
      });
      return app;
    },
    get({}, ...paths),
    { meter: { limiters: ['login'] } },
  );
}

const decision = (result: string, value: number) => ({
  attributes: { limiter: 'login', result },
  value,
});

describe('observeRateLimit with rate-limiter-flexible', () => {
  it('counts what was allowed and limited, and how much of the allowance was used', async () => {
    const { result, points } = await play(
      new RateLimiterMemory({ points: 2, duration: 60 }),
      '/',
      '/',
      '/',
    );

    expect(result).toEqual([200, 200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 2), decision('limited', 1)]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([{ attributes: { limiter: 'login' }, value: 1.5 }]);
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

  it('counts a store that fails, which is not the fault of the client', async () => {
    const storeClient = {
      status: 'ready',
      defineCommand: () => undefined,
      rlflxIncr: () => Promise.reject(new Error('connection is closed')),
    };
    const { result, points } = await play(
      new RateLimiterRedis({ storeClient, points: 2, duration: 60 }),
      '/',
    );

    expect(result).toEqual([500]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('store_error', 1)]);
    expect(points(ATTEMPTS)).toEqual([]);
  });

  it('counts a union of limiters as one', async () => {
    const perMinute = new RateLimiterMemory({ keyPrefix: 'minute', points: 1, duration: 60 });
    const perHour = new RateLimiterMemory({ keyPrefix: 'hour', points: 5, duration: 3600 });
    const { result, points } = await play(new RateLimiterUnion(perMinute, perHour), '/', '/');

    expect(result).toEqual([200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('allowed', 1), decision('limited', 1)]);
  });

  it('behaves as the limiter itself', async () => {
    const limiter = new RateLimiterMemory({ points: 1, duration: 60 });
    const observed = observeRateLimit(limiter, { limiter: 'login' });

    const state = await observed.consume('bob');
    const refusal: unknown = await observed.consume('bob').catch((error: unknown) => error);

    expect(state.consumedPoints).toBe(1);
    expect(refusal).toMatchObject({ consumedPoints: 2, remainingPoints: 0 });
    expect(observed.points).toBe(1);
    expect(observed).toBeInstanceOf(RateLimiterMemory);
    expect((await observed.get('bob'))?.consumedPoints).toBe(2);
  });
});
