import { KeyedEntries } from '../../src/memory/keyed-entries';

const HALVING_SECONDS = 60;

describe('KeyedEntries', () => {
  it('gives each key an entry, and tells whoever kept something for the key before', () => {
    const entries = new KeyedEntries(2, HALVING_SECONDS);
    const given: number[] = [];
    entries.whenGiven((entry) => given.push(entry));
    const numbers = [10, 20, 10, 30].map((key) => entries.count(key, 0));

    // 20 was the least busy.
    expect(numbers).toEqual([0, 1, 0, 1]);
    expect(given).toEqual([0, 1, 1]);
    expect([10, 20, 30].map((key) => entries.find(key))).toEqual([0, undefined, 1]);
    expect([0, 1, 2].map((entry) => entries.keyAt(entry))).toEqual([10, 30, undefined]);
  });

  it('lets go of a key that was busy last week', () => {
    const entries = new KeyedEntries(2, HALVING_SECONDS);
    for (let count = 0; count < 100_000; count += 1) entries.count(1, 0);
    const week = 7 * 86_400_000;
    for (const key of [2, 2, 3, 3, 3]) entries.count(key, week);

    expect(entries.find(1)).toBeUndefined();
  });

  it('keeps a busy key through a flood of others', () => {
    const entries = new KeyedEntries(100, HALVING_SECONDS);
    let lost = 0;
    for (let number = 0; number < 100_000; number += 1) {
      entries.count(1_000_000 + number, number);
      if (number % 50 === 0) {
        if (number > 0 && entries.find(7) === undefined) lost += 1;
        entries.count(7, number);
      }
    }

    expect(lost).toBeLessThanOrEqual(2);
  });
});
