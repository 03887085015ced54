import fc from 'fast-check';
import { RankedCounts } from '../../src/ledger/ranked-counts';

const CAPACITY = 12;
/** Counts an entry of this number where there is one, makes one, or halves all. */
const steps = fc.array(
  fc.oneof(
    { weight: 40, arbitrary: fc.nat(CAPACITY) },
    { weight: 4, arbitrary: fc.constant('begin' as const) },
    { weight: 4, arbitrary: fc.constant('halve' as const) },
    { weight: 20, arbitrary: fc.constant('count the lightest' as const) },
  ),
  { maxLength: 400, size: 'max' },
);

describe('RankedCounts', () => {
  it('counts as a plain list does, and always knows an entry that none is lighter than', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const ranked = new RankedCounts(CAPACITY);
        let plain: number[] = [];
        const count = (entry: number): void => {
          if (entry >= plain.length) return;
          ranked.increment(entry);
          plain[entry] = (plain[entry] ?? 0) + 1;
        };
        for (const step of taken) {
          if (typeof step === 'number') count(step);
          else if (step === 'halve') {
            ranked.halve();
            plain = plain.map((each) => Math.floor(each / 2));
          } else if (step === 'begin') {
            if (plain.length < CAPACITY) plain[ranked.begin()] = 1;
          } else if (plain.length > 0) count(ranked.lightest);

          expect(ranked.size).toBe(plain.length);
          expect(plain.map((_, entry) => ranked.countOf(entry))).toEqual(plain);
          if (plain.length > 0) expect(plain[ranked.lightest]).toBe(Math.min(...plain));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('numbers entries in the order in which they begin', () => {
    const ranked = new RankedCounts(3);
    const first = ranked.begin();
    ranked.increment(first);

    expect([first, ranked.begin(), ranked.begin()]).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((entry) => ranked.countOf(entry))).toEqual([2, 1, 1]);
  });

  it('keeps a single entry', () => {
    const ranked = new RankedCounts(1);
    ranked.begin();
    for (let count = 0; count < 5; count += 1) ranked.increment(ranked.lightest);

    expect([ranked.size, ranked.countOf(0)]).toEqual([1, 6]);
  });
});
