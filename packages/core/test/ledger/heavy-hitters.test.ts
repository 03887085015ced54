import fc from 'fast-check';
import { HeavyHitters } from '../../src/ledger/heavy-hitters';

const smallKeys = fc.array(fc.nat(30), { maxLength: 400 });
/** Streams in which a few keys are heavy: every second key is drawn from the first three. */
const skewedKeys = fc.array(fc.oneof(fc.nat(2), fc.nat(200)), { minLength: 1, maxLength: 600 });

describe('HeavyHitters', () => {
  it('counts exactly while the keys are no more than its capacity', () => {
    fc.assert(
      fc.property(smallKeys, (keys) => {
        const hitters = new HeavyHitters<number>(31);
        const exact = new Map<number, number>();
        for (const key of keys) {
          exact.set(key, (exact.get(key) ?? 0) + 1);
          expect(hitters.add(key)).toBe(exact.get(key));
        }

        const counted = hitters.top(31).map(({ key, count, error }) => [key, count, error]);
        expect(counted.sort()).toEqual([...exact].map(([key, count]) => [key, count, 0]).sort());
      }),
    );
  });

  it('bounds the true count of each monitored key from both sides, by at most N / capacity', () => {
    fc.assert(
      fc.property(skewedKeys, fc.integer({ min: 1, max: 20 }), (keys, capacity) => {
        const { hitters, exact } = countBoth(keys, capacity);

        const monitored = hitters.top(capacity);
        expect(monitored).toHaveLength(Math.min(capacity, exact.size));
        for (const { key, count, error } of monitored) {
          const trueCount = exact.get(key) ?? 0;
          expect(count).toBeGreaterThanOrEqual(trueCount);
          expect(count - error).toBeLessThanOrEqual(trueCount);
          expect(error).toBeLessThanOrEqual(keys.length / capacity);
        }
      }),
    );
  });

  it('says how often a key that it does not monitor may have occurred at most', () => {
    fc.assert(
      fc.property(skewedKeys, fc.integer({ min: 1, max: 20 }), (keys, capacity) => {
        const { hitters, exact } = countBoth(keys, capacity);

        const missed = [...exact].filter(([key]) => hitters.entryFor(key) === undefined);
        expect(missed.filter(([, count]) => count > hitters.lightestCount)).toEqual([]);
      }),
    );
  });

  it('numbers the entries of its keys, and gives the number of the lightest to a newcomer', () => {
    const hitters = new HeavyHitters<string>(2);
    for (const key of ['a', 'a', 'b']) hitters.add(key);
    const before = ['a', 'b', 'c'].map((key) => hitters.entryFor(key));
    hitters.add('c');

    expect(before).toEqual([0, 1, undefined]);
    expect(['a', 'b', 'c'].map((key) => hitters.entryFor(key))).toEqual([0, undefined, 1]);
    expect([0, 1, 2].map((entry) => hitters.keyAt(entry))).toEqual(['a', 'c', undefined]);
  });

  it('halves all counts when it ages, so that newcomers soon outweigh what was heavy', () => {
    const hitters = new HeavyHitters<string>(2);
    for (let count = 0; count < 1000; count += 1) hitters.add('last week');
    for (let week = 0; week < 10; week += 1) hitters.age();
    for (const key of ['today', 'today']) hitters.add(key);

    expect(hitters.top(1)).toEqual([{ key: 'today', count: 2, error: 0 }]);
  });

  it('stays in order when it ages: the lightest still gives way first', () => {
    fc.assert(
      fc.property(skewedKeys, fc.integer({ min: 1, max: 20 }), (keys, capacity) => {
        const { hitters } = countBoth(keys, capacity);
        hitters.age();

        const lightest = Math.min(...hitters.top(capacity).map(({ count }) => count));
        if (hitters.top(capacity).length === capacity) expect(hitters.lightestCount).toBe(lightest);
      }),
    );
  });

  it('monitors every key that makes up more than 1 / capacity of the stream', () => {
    fc.assert(
      fc.property(skewedKeys, fc.integer({ min: 2, max: 20 }), (keys, capacity) => {
        const { hitters, exact } = countBoth(keys, capacity);

        const monitored = new Set(hitters.top(capacity).map(({ key }) => key));
        const heavy = [...exact].filter(([, count]) => count > keys.length / capacity);
        expect(heavy.filter(([key]) => !monitored.has(key))).toEqual([]);
      }),
    );
  });

  it('answers the certain part of the count, which begins at 1 for a newcomer', () => {
    const hitters = new HeavyHitters<string>(2);
    for (const key of ['a', 'a', 'a', 'b', 'b']) hitters.add(key);

    // `c` takes the place of `b` and inherits its 2 as possible error.
    expect(hitters.add('c')).toBe(1);
    expect(hitters.add('c')).toBe(2);
    expect(hitters.top(2)).toEqual([
      { key: 'c', count: 4, error: 2 },
      { key: 'a', count: 3, error: 0 },
    ]);
  });

  it('lists the heaviest first, and no more than asked for', () => {
    const hitters = new HeavyHitters<string>(10);
    for (const key of ['c', 'a', 'b', 'a', 'b', 'a']) hitters.add(key);

    expect(hitters.top(2)).toEqual([
      { key: 'a', count: 3, error: 0 },
      { key: 'b', count: 2, error: 0 },
    ]);
  });
});

function countBoth(
  keys: readonly number[],
  capacity: number,
): { hitters: HeavyHitters<number>; exact: Map<number, number> } {
  const hitters = new HeavyHitters<number>(capacity);
  const exact = new Map<number, number>();
  for (const key of keys) {
    hitters.add(key);
    exact.set(key, (exact.get(key) ?? 0) + 1);
  }
  return { hitters, exact };
}
