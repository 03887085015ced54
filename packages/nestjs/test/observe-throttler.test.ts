import { get, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, RATE_LIMIT_REQUESTS, RATE_LIMIT_USAGE } from '@authmeter/core/conventions';
import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  SkipThrottle,
  ThrottlerGuard,
  ThrottlerModule,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import { observeThrottler } from '../src';
import { failure, observeNest, PLATFORMS } from './observe-nest';

@Controller()
@UseGuards(observeThrottler(ThrottlerGuard))
class Routes {
  @Get()
  serve(): string {
    return 'served';
  }

  @Get('burst-only')
  @SkipThrottle({ sustained: true })
  burstOnly(): string {
    return 'served';
  }

  @Get('free')
  @SkipThrottle({ burst: true, sustained: true })
  free(): string {
    return 'served';
  }
}

const THROTTLERS = [
  { name: 'burst', limit: 2, ttl: 1000 },
  { name: 'sustained', limit: 4, ttl: 60_000 },
];
const LIMITERS = { limiters: ['burst', 'sustained', 'default'] };
const root = (storage?: ThrottlerStorage) => ({
  controllers: [Routes],
  imports: [
    ThrottlerModule.forRoot({
      throttlers: THROTTLERS,
      ...(storage === undefined ? {} : { storage }),
    }),
  ],
});
const decision = (limiter: string, result: string, value = 1) => ({
  attributes: { limiter, result },
  value,
});

describe.each(PLATFORMS)('observeThrottler on %s', (_name, createAdapter) => {
  const options = { createAdapter, meter: LIMITERS };

  it('counts what each named throttler allows and limits, and how much of it was used', async () => {
    const { result, points } = await observeNest(root(), get(VALID, '/', '/', '/'), options);

    expect(result).toEqual([200, 200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([
      decision('burst', 'allowed', 2),
      decision('burst', 'limited'),
      decision('sustained', 'allowed', 2),
    ]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([
      { attributes: { limiter: 'burst' }, value: 1 },
      { attributes: { limiter: 'sustained' }, value: 0.5 },
    ]);
    expect(points(ATTEMPTS)).toContainEqual(failure('jwt', 'rate_limited', 'rate_limited')[0]);
  });

  it.each([
    ['/burst-only', [decision('burst', 'allowed'), decision('sustained', 'skipped')]],
    ['/free', [decision('burst', 'skipped'), decision('sustained', 'skipped')]],
  ])('counts what is skipped: %s', async (path, expected) => {
    const { points } = await observeNest(root(), get({}, path), options);

    expect(points(RATE_LIMIT_REQUESTS)).toEqual(expected);
  });

  it('counts a throttler that has no name and writes no headers', async () => {
    const throttlers = [{ limit: 1, ttl: 60_000 }];
    const unnamed = {
      controllers: [Routes],
      imports: [ThrottlerModule.forRoot({ throttlers, setHeaders: false })],
    };

    const { result, points } = await observeNest(unnamed, get({}, '/', '/'), options);

    expect(result).toEqual([200, 429]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([
      decision('default', 'allowed'),
      decision('default', 'limited'),
    ]);
    expect(points(RATE_LIMIT_USAGE)).toEqual([]);
  });

  it('counts a storage that fails, which limits nobody', async () => {
    const storage = {
      increment: () =>
        Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
    };

    const { result, points } = await observeNest(root(storage), get({}, '/'), options);

    expect(result).toEqual([500]);
    expect(points(RATE_LIMIT_REQUESTS)).toEqual([decision('burst', 'store_error')]);
  });
});
