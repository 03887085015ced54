import fc from 'fast-check';
import { RecentHeavyHitters } from '../../src/ledger/recent-heavy-hitters';

const HOUR = 3_600_000;

function heaviest(sketch: RecentHeavyHitters<string>, now: number): unknown[] {
  return sketch.top(10, now).map(({ key, count, error }) => [key, count, error]);
}

describe('RecentHeavyHitters', () => {
  it('counts through this generation and the one before', () => {
    const sketch = new RecentHeavyHitters<string>(4, HOUR);
    for (const now of [0, HOUR - 1, HOUR, HOUR + 1]) sketch.add('a', now);
    sketch.add('b', HOUR + 2);

    expect(heaviest(sketch, HOUR + 3)).toEqual([
      ['a', 4, 0],
      ['b', 1, 0],
    ]);
  });

  it('forgets who was heavy before that', () => {
    const sketch = new RecentHeavyHitters<string>(4, HOUR);
    for (let count = 0; count < 1000; count += 1) sketch.add('last week', 0);
    sketch.add('today', 2 * HOUR);

    expect(heaviest(sketch, 2 * HOUR)).toEqual([['today', 1, 0]]);
    expect(heaviest(sketch, 4 * HOUR)).toEqual([]);
  });

  it('forgets both generations where nothing happened for long', () => {
    const sketch = new RecentHeavyHitters<string>(4, HOUR);
    sketch.add('a', 0);

    expect(heaviest(sketch, 9 * HOUR)).toEqual([]);
  });

  it('bounds the true count of each key that it lists from both sides, over both generations', () => {
    const keys = fc.array(fc.oneof(fc.nat(2), fc.nat(100)), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(keys, keys, fc.integer({ min: 1, max: 20 }), (older, younger, capacity) => {
        const sketch = new RecentHeavyHitters<number>(capacity, HOUR);
        const exact = new Map<number, number>();
        for (const [stream, now] of [
          [older, 0],
          [younger, HOUR],
        ] as const) {
          for (const key of stream) {
            sketch.add(key, now);
            exact.set(key, (exact.get(key) ?? 0) + 1);
          }
        }

        for (const { key, count, error } of sketch.top(2 * capacity, HOUR)) {
          const trueCount = exact.get(key) ?? 0;
          expect(count).toBeGreaterThanOrEqual(trueCount);
          expect(count - error).toBeLessThanOrEqual(trueCount);
        }
      }),
    );
  });
});
