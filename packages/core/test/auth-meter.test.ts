import type { AuthObservation } from '../src/model/auth-observation';
import { openMeter } from './exchange/open-meter';

describe('an auth meter', () => {
  it('gives the first who opens a request its exchange, and lets all others join', () => {
    const { meter } = openMeter();
    const request = {};

    const first = meter.openExchange(request);
    const second = meter.openExchange(request);
    const another = meter.openExchange({});

    expect(first.isOwner).toBe(true);
    expect(second).toEqual({ exchange: first.exchange, isOwner: false });
    expect(another.isOwner).toBe(true);
    expect(another.exchange).not.toBe(first.exchange);
  });

  it('opens a request anew once its exchange has ended', () => {
    const { meter } = openMeter();
    const request = {};

    const first = meter.openExchange(request);
    first.exchange.end({ status: 200 });
    const second = meter.openExchange(request);

    expect(second.isOwner).toBe(true);
    expect(second.exchange).not.toBe(first.exchange);
  });

  it('learns from whoever joins what it did not know', async () => {
    const { meter, counted } = openMeter();
    const request = {};

    const { exchange } = meter.openExchange(request, { sourceAddress: '198.51.100.7' });
    meter.openExchange(request, { sourceAddress: '203.0.113.9', method: 'mtls' });
    exchange.accept();
    exchange.end({});

    expect(exchange.facts).toEqual({ sourceAddress: '198.51.100.7', method: 'mtls' });
    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'mtls', value: 1 }],
    });
  });

  it('guards the callbacks of a host: what they return, or nothing and a count', async () => {
    const { meter, counted } = openMeter();

    const returned = meter.guard('adapter', () => 7);
    const nothing = meter.guard('locator', () => {
      throw new Error('a bug of the host');
    });

    expect(returned).toBe(7);
    expect(nothing).toBeUndefined();
    expect(await counted()).toEqual({
      'auth.instrumentation.failures': [{ component: 'locator', value: 1 }],
    });
  });

  it('changes nothing and counts nothing when it is switched off', async () => {
    const { meter, counted } = openMeter({ enabled: false });
    const error = new Error('no');
    const request = {};

    const { exchange } = meter.openExchange(request);
    exchange.refuse({ errorType: 'expired_token' });
    exchange.end({ status: 401 });
    meter.record({ kind: 'attempt', outcome: 'success' });
    meter.startAttempt().fail(error);

    expect(meter.observe('login', {}, () => request)).toBe(request);
    await expect(meter.observe('login', {}, () => Promise.reject(error))).rejects.toBe(error);
    expect(await counted()).toEqual({});
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'attempt'],
    ['an unknown kind', { kind: 'constructor' }],
    [
      'a getter that throws',
      {
        get kind(): never {
          throw new Error('do not touch');
        },
      },
    ],
  ])('never throws for %s', async (_case, observation) => {
    const { meter, counted } = openMeter();

    expect(() => {
      meter.record(observation as AuthObservation);
    }).not.toThrow();
    expect((await counted())['auth.instrumentation.failures']).toEqual([
      { component: 'recorder', value: 1 },
    ]);
  });
});
