import fc from 'fast-check';
import { SlidingCounts } from '../../src/windows/sliding-counts';

const WINDOW = { entries: 2, windowSeconds: 60, parts: 6 };
const PART = 10_000;

/** Events at instants that never go back, of one of two entries. */
const events = fc.array(fc.tuple(fc.nat(1), fc.nat(30_000)), { maxLength: 200 }).map((steps) => {
  let now = 0;
  return steps.map(([entry, pause]) => ({ entry, at: (now += pause) }));
});

describe('SlidingCounts', () => {
  it('counts all that happened within the window, and nothing older than a part more', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const counts = new SlidingCounts(WINDOW);
        for (const [index, { entry, at }] of happened.entries()) {
          const count = counts.add(entry, at);
          const own = happened.slice(0, index + 1).filter((event) => event.entry === entry);
          const within = (age: number): number => own.filter((event) => event.at > at - age).length;
          expect(count).toBeGreaterThanOrEqual(within(60_000));
          expect(count).toBeLessThanOrEqual(within(60_000 + PART));
        }
      }),
    );
  });

  it('forgets while nothing happens', () => {
    const counts = new SlidingCounts(WINDOW);
    counts.add(0, 5000, 7);

    expect([60_000, 70_000].map((now) => counts.count(0, now))).toEqual([7, 0]);
  });

  it('forgets everything of an entry when it is cleared, and nothing of another', () => {
    const counts = new SlidingCounts(WINDOW);
    counts.add(0, 0, 3);
    counts.add(1, 0, 4);
    counts.clear(0);

    expect([counts.count(0, 1), counts.count(1, 1)]).toEqual([0, 4]);
  });

  it('says since when, to a part, and in how many parts something happened', () => {
    const counts = new SlidingCounts(WINDOW);
    for (const now of [12_000, 13_000, 45_000]) counts.add(0, now);

    expect(counts.since(0, 50_000)).toBe(10_000);
    expect(counts.busyParts(0, 50_000)).toBe(2);
    expect(counts.since(0, 500_000)).toBe(500_000);
  });

  it('stands still when the clock goes back', () => {
    const counts = new SlidingCounts(WINDOW);
    counts.add(0, 50_000);

    expect(counts.add(0, 1000)).toBe(2);
    expect(counts.count(0, 51_000)).toBe(2);
  });

  it('counts no further than it can, instead of beginning anew', () => {
    const counts = new SlidingCounts(WINDOW);

    expect(counts.add(0, 0, 70_000)).toBe(65_535);
    expect(counts.add(0, 0)).toBe(65_535);
  });
});
