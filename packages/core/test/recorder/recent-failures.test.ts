import { pseudonymize } from '../../src/privacy/pseudonymize';
import { createMeasuredMeter } from './measured-meter';

const KEY = 'a secret of at least sixteen bytes';
const HOUR = 3_600_000;

type Options = Parameters<typeof createMeasuredMeter>[0];

function openMeter(options: Options = { userIdKey: KEY }) {
  const { meter, clock } = createMeasuredMeter(options);
  const fail = (sourceAddress: string, accountId: string, times = 1): void => {
    for (let count = 0; count < times; count += 1) {
      meter.record({
        kind: 'login',
        outcome: 'failure',
        errorType: 'invalid_credentials',
        sourceAddress,
        accountId,
      });
    }
  };
  return { meter, clock, fail };
}

const exactly = (name: string, failures: number) => ({ name, failures, certainFailures: failures });

describe('the top of sources and accounts', () => {
  it('lists masked sources and hashed accounts, heaviest first, with what is certain', () => {
    const { meter, fail } = openMeter();
    fail('203.0.113.9', 'alice', 3);
    fail('203.0.113.77', 'bob', 2);
    fail('2001:db8:1:2::3', 'bob', 4);

    expect(meter.topSources()).toEqual([exactly('203.0.113.0', 5), exactly('2001:db8:1::', 4)]);
    expect(meter.topAccounts()).toEqual([
      exactly(pseudonymize('bob', KEY), 6),
      exactly(pseudonymize('alice', KEY), 3),
    ]);
    expect(meter.topSources(Number.POSITIVE_INFINITY)).toHaveLength(2);
    expect(meter.topSources(1)).toEqual([exactly('203.0.113.0', 5)]);
  });

  it('names no account without a key, and accounts as they are where the host asked for it', () => {
    const keyless = openMeter({});
    keyless.fail('203.0.113.9', 'alice');
    const raw = openMeter({ unsafeRawUserIds: true });
    raw.fail('203.0.113.9', 'alice');

    expect(keyless.meter.topAccounts()).toEqual([]);
    expect(keyless.meter.topSources()).toHaveLength(1);
    expect(raw.meter.topAccounts()).toEqual([exactly('alice', 1)]);
  });

  it('leaves out successes, the own faults of the service, and what is no address', () => {
    const { meter, fail } = openMeter();
    const at = { kind: 'login', sourceAddress: '203.0.113.9', accountId: 'alice' } as const;
    meter.record({ ...at, outcome: 'success' });
    meter.record({ ...at, outcome: 'failure', errorType: 'dependency_error' });
    fail('nonsense', 'bob');

    expect(meter.topSources()).toEqual([]);
    expect(meter.topAccounts()).toEqual([exactly(pseudonymize('bob', KEY), 1)]);
  });

  it('forgets the attacker of last week, whose series stays', () => {
    const { meter, clock, fail } = openMeter();
    fail('203.0.113.9', 'alice', 500);
    clock.advance(7 * 24 * HOUR);
    fail('198.51.100.9', 'bob');

    expect(meter.topSources()).toEqual([exactly('198.51.100.0', 1)]);
  });

  it('finds ten heavy sources that start late among 30,000 others, their counts bounded from both sides', () => {
    const { meter, fail } = openMeter();
    const noise = (from: number) => {
      for (let number = from; number < from + 15_000; number += 1) {
        fail(`10.${String(number >> 8)}.${String(number & 0xff)}.1`, `noise ${String(number)}`);
        if (from > 0 && number % 15 === 0) {
          const planted = (number / 15) % 10;
          fail(`203.0.${String(planted)}.1`, `victim ${String(planted)}`, 3);
        }
      }
    };
    noise(0);
    noise(15_000);

    const top = meter.topSources(10);
    expect(top.map(({ name }) => name).sort()).toEqual(
      Array.from({ length: 10 }, (_, planted) => `203.0.${String(planted)}.0`),
    );
    for (const { failures, certainFailures } of top) {
      expect(failures).toBeGreaterThanOrEqual(300);
      expect(certainFailures).toBeLessThanOrEqual(300);
      expect(certainFailures).toBeGreaterThan(200);
    }
    const victims = Array.from({ length: 10 }, (_, v) => pseudonymize(`victim ${String(v)}`, KEY));
    expect(
      meter
        .topAccounts(10)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(victims.sort());
  });

  it.each([[0], [-1], [Number.NaN], ['all']])('is empty for %p', (most) => {
    const { meter, fail } = openMeter();
    fail('203.0.113.9', 'alice');

    expect(meter.topSources(most as number)).toEqual([]);
  });

  it('is empty where nothing is recorded', () => {
    const { meter, fail } = openMeter({ enabled: false });
    fail('203.0.113.9', 'alice');

    expect(meter.topSources()).toEqual([]);
  });
});
