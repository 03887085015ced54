import { DistinctWindow } from '../../src/ledger/distinct-window';

const MINUTE = 60_000;
/** 1.04 / sqrt(2,048) for the sketch's registers. */
const STANDARD_ERROR = 0.023;
/** The hash is seeded at random; the median of five windows does not depend on luck. */
const WINDOWS = 5;

describe('DistinctWindow', () => {
  it.each([10, 1000, 100_000])('estimates %i keys within three standard errors', (keys) => {
    const estimate = medianEstimate((window) => {
      for (let key = 0; key < keys; key += 1) window.add(`account-${String(key)}`, 0);
    }, 0);

    expect(Math.abs(estimate - keys)).toBeLessThanOrEqual(3 * STANDARD_ERROR * keys);
  });

  it('counts a key once, however often and in however many minutes it occurs', () => {
    const estimate = medianEstimate((window) => {
      for (let minute = 0; minute < 15; minute += 1) {
        for (let key = 0; key < 100; key += 1) {
          window.add(`account-${String(key)}`, minute * MINUTE);
        }
      }
    }, 14 * MINUTE);

    expect(Math.abs(estimate - 100)).toBeLessThanOrEqual(3 * STANDARD_ERROR * 100);
  });

  it('slides: a key counts until the window has passed over its minute', () => {
    const window = new DistinctWindow(15, MINUTE);
    window.add('early', 0);
    window.add('late', 10 * MINUTE);

    const minutes = [0, 9, 10, 14, 15, 24, 25];
    expect(minutes.map((minute) => window.estimate(minute * MINUTE))).toEqual([
      1, 1, 2, 2, 1, 1, 0,
    ]);
  });

  it('forgets a slot when its turn comes again', () => {
    const window = new DistinctWindow(3, MINUTE);
    window.add('old', 0);
    window.add('new', 3 * MINUTE);

    expect(window.estimate(3 * MINUTE)).toBe(1);
  });

  it('is 0 before anything occurred, and for a window of long ago', () => {
    const window = new DistinctWindow(15, MINUTE);
    expect(window.estimate(0)).toBe(0);

    window.add('someone', 1000 * MINUTE);
    expect(window.estimate(2000 * MINUTE)).toBe(0);
  });

  it('does not count the future when the clock goes back', () => {
    const window = new DistinctWindow(15, MINUTE);
    window.add('someone', 100 * MINUTE);

    expect(window.estimate(50 * MINUTE)).toBe(0);
    expect(window.estimate(100 * MINUTE)).toBe(1);
  });

  it('works before 1970', () => {
    const window = new DistinctWindow(15, MINUTE);
    window.add('someone', -MINUTE);

    expect(window.estimate(-MINUTE)).toBe(1);
  });

  it('tells keys apart by their first 256 characters', () => {
    const window = new DistinctWindow(15, MINUTE);
    window.add(`${'x'.repeat(255)}a`, 0);
    window.add(`${'x'.repeat(255)}b`, 0);
    window.add(`${'x'.repeat(256)}c`, 0);
    window.add(`${'x'.repeat(256)}d`, 0);

    expect(window.estimate(0)).toBe(3);
  });
});

function medianEstimate(fill: (window: DistinctWindow) => void, nowMilliseconds: number): number {
  const estimates = Array.from({ length: WINDOWS }, () => {
    const window = new DistinctWindow(15, MINUTE);
    fill(window);
    return window.estimate(nowMilliseconds);
  });
  estimates.sort((a, b) => a - b);
  return estimates[(WINDOWS - 1) / 2] ?? Number.NaN;
}
