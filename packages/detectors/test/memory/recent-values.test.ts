import { createKeyHash } from '../../src/memory/key-hash';
import { RecentValues } from '../../src/memory/recent-values';

const hash = createKeyHash();

describe('RecentValues', () => {
  it('remembers the newest value of each key', () => {
    const values = new RecentValues(64);
    values.set(hash('a'), 1);
    values.set(hash('b'), 2);
    values.set(hash('a'), 3);

    expect(['a', 'b', 'c'].map((key) => values.get(hash(key)))).toEqual([3, 2, undefined]);
  });

  it('holds numbers of 53 bits', () => {
    const values = new RecentValues(8);
    values.set(hash('a'), Number.MAX_SAFE_INTEGER);

    expect(values.get(hash('a'))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('forgets the oldest first: half of what it holds is always there', () => {
    const values = new RecentValues(1024);
    for (let number = 0; number < 20_000; number += 1) values.set(hash(String(number)), number);
    const newest = Array.from({ length: 512 }, (_, age) => 19_999 - age);
    const remembered = newest.filter((number) => values.get(hash(String(number))) === number);

    // The rest fell into rows that were crowded by chance.
    expect(remembered.length).toBeGreaterThan(490);
    expect(values.get(hash('0'))).toBeUndefined();
  });

  it('does not take a key that it never saw for another', () => {
    const values = new RecentValues(1024);
    for (let number = 0; number < 1024; number += 1) values.set(hash(`in ${String(number)}`), 1);
    const strangers = Array.from({ length: 50_000 }, (_, number) => hash(`out ${String(number)}`));

    expect(strangers.filter((stranger) => values.get(stranger) !== undefined)).toEqual([]);
  });
});
