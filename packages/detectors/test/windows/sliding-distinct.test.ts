import { SlidingDistinct } from '../../src/windows/sliding-distinct';
import { createKeyHash } from '../../src/memory/key-hash';

const WINDOW = { entries: 2, windowSeconds: 60, parts: 6 };
const hash = createKeyHash();

function fill(sets: SlidingDistinct, entry: number, values: number, now: number): void {
  for (let value = 0; value < values; value += 1) sets.add(entry, hash(`v${String(value)}`), now);
}

describe('SlidingDistinct', () => {
  it.each([
    [1, 0.5],
    [20, 7],
    [100, 25],
    [300, 110],
  ])('estimates %i values, five deviations at most from it', (values, most) => {
    const sets = new SlidingDistinct(WINDOW, 128);
    fill(sets, 0, values, 0);
    // The same again changes nothing.
    fill(sets, 0, values, 10_000);

    expect(Math.abs(sets.estimate(0, 10_000) - values)).toBeLessThanOrEqual(most);
  });

  it('is unbiased: the mean of many estimates of 20 values is 20', () => {
    const estimates = Array.from({ length: 300 }, () => {
      const sets = new SlidingDistinct(WINDOW, 128);
      const ownHash = createKeyHash();
      for (let value = 0; value < 20; value += 1) sets.add(0, ownHash(String(value)), 0);
      return sets.estimate(0, 0);
    });
    const mean = estimates.reduce((sum, estimate) => sum + estimate, 0) / estimates.length;

    expect(mean).toBeGreaterThan(19.5);
    expect(mean).toBeLessThan(20.6);
  });

  it('stays finite when every bit is set', () => {
    const sets = new SlidingDistinct(WINDOW, 128);
    fill(sets, 0, 20_000, 0);

    expect(sets.estimate(0, 0)).toBeCloseTo(621, 0);
  });

  it('forgets, keeps entries apart, and can be cleared', () => {
    const sets = new SlidingDistinct(WINDOW, 128);
    fill(sets, 0, 10, 0);
    fill(sets, 1, 5, 0);
    sets.clear(1);

    expect(sets.estimate(0, 59_000)).toBeGreaterThan(7);
    expect(sets.estimate(1, 59_000)).toBe(0);
    expect(sets.estimate(0, 71_000)).toBe(0);
  });

  it('can be asked for its newest parts alone', () => {
    const sets = new SlidingDistinct(WINDOW, 128);
    fill(sets, 0, 30, 0);
    sets.add(0, hash('late'), 50_000);

    expect(sets.estimate(0, 50_000, 2)).toBeCloseTo(1, 1);
    expect(sets.estimate(0, 50_000)).toBeGreaterThan(20);
  });
});
