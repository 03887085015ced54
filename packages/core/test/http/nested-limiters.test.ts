import {
  observeConsumption,
  observeLimiter,
  type ConsumingLimiter,
} from '../../src/http/consuming-limiter';
import { openLimiterDecision } from '../../src/http/limiter-decision';
import { openMeter } from '../exchange/open-meter';

const allowed = (limiter: string) => ({
  'auth.rate_limit.requests': [{ limiter, result: 'allowed', value: 1 }],
});

describe('a limiter that asks others', () => {
  it('is counted once, by the name of the outermost', async () => {
    const { meter, counted } = openMeter({ limiters: ['inner', 'outer'] });
    const limiter: ConsumingLimiter = {
      points: 2,
      consume: () => Promise.resolve({ consumedPoints: 1 }),
    };
    const inner = observeLimiter(limiter, meter, { limiter: 'inner' });

    await observeConsumption({ points: 2 }, meter, { limiter: 'outer' }, async () => {
      await inner.consume('key');
      return inner.consume('key');
    });

    expect(await counted()).toEqual(allowed('outer'));
  });

  it('leaves alone what is asked beside it', async () => {
    const { meter, counted } = openMeter({ limiters: ['one', 'two'] });
    const consume = (): Promise<unknown> => Promise.resolve({ consumedPoints: 1 });

    await Promise.all([
      observeConsumption({}, meter, { limiter: 'one' }, consume),
      observeConsumption({}, meter, { limiter: 'two' }, consume),
    ]);

    expect(await counted()).toEqual({
      'auth.rate_limit.requests': [
        { limiter: 'one', result: 'allowed', value: 1 },
        { limiter: 'two', result: 'allowed', value: 1 },
      ],
    });
  });
});

describe('a limiter whose size cannot be read', () => {
  it('settles as it does, and is a failure of ours', async () => {
    const { meter, counted } = openMeter({ limiters: ['one'] });
    const limiter = Object.defineProperty({}, 'points', {
      get: () => {
        throw new Error('hands off');
      },
    });

    const state = await observeConsumption(limiter, meter, { limiter: 'one' }, () =>
      Promise.resolve('allowed'),
    );

    expect(state).toBe('allowed');
    expect(await counted()).toEqual({
      'auth.instrumentation.failures': [{ component: 'adapter', value: 1 }],
    });
  });
});

describe('a limiting middleware that is observed twice', () => {
  it('decides once, by the name of the outermost', async () => {
    const { meter, counted } = openMeter({ limiters: ['inner', 'outer'] });
    const request = {};

    const decideOuter = openLimiterDecision(meter, 'outer', request, () => undefined);
    const decideInner = openLimiterDecision(meter, 'inner', request, () => undefined);
    decideInner(() => 'limited');
    decideOuter(() => 'allowed');

    expect(await counted()).toEqual(allowed('outer'));
  });

  it('decides again for the next limiter on the same request', async () => {
    const { meter, counted } = openMeter({ limiters: ['one', 'two'] });
    const request = {};

    for (const limiter of ['one', 'two']) {
      openLimiterDecision(meter, limiter, request, () => undefined)(() => 'skipped');
    }

    expect(await counted()).toEqual({
      'auth.rate_limit.requests': [
        { limiter: 'one', result: 'skipped', value: 1 },
        { limiter: 'two', result: 'skipped', value: 1 },
      ],
    });
  });
});
