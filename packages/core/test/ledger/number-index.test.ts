import fc from 'fast-check';
import { createNumberIndex } from '../../src/ledger/number-index';

/** Few keys, so that they are set, found and deleted again and again. */
const steps = fc.array(
  fc.record({ what: fc.constantFrom('set', 'delete'), key: fc.nat(40), entry: fc.nat(1000) }),
  { maxLength: 300 },
);

describe('the index of numbers', () => {
  it('finds what a map finds, whatever was set and deleted before', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const index = createNumberIndex(41);
        const map = new Map<number, number>();
        for (const { what, key, entry } of taken) {
          if (what === 'set') {
            index.set(key, entry);
            map.set(key, entry);
          } else {
            index.delete(key);
            map.delete(key);
          }
          for (let each = 0; each <= 40; each += 1) expect(index.get(each)).toBe(map.get(each));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds as many keys as it was made for, large ones and zero among them', () => {
    const index = createNumberIndex(1000);
    const keyOf = (entry: number): number => entry * 281_474_976_711;
    for (let entry = 0; entry < 1000; entry += 1) index.set(keyOf(entry), entry);

    for (let entry = 0; entry < 1000; entry += 1) expect(index.get(keyOf(entry))).toBe(entry);
    expect(index.get(1)).toBeUndefined();
  });
});
