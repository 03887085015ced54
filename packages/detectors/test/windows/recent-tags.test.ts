import { RecentTags } from '../../src/windows/recent-tags';

describe('RecentTags', () => {
  it('knows the values of an entry within the window, and not those of another', () => {
    const tags = new RecentTags(2, 60);
    tags.add(1, 7, 1000);

    expect([tags.has(1, 7, 1000), tags.has(1, 8, 1000), tags.has(0, 7, 1000)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(tags.has(1, 7, 60_000)).toBe(true);
    expect(tags.has(1, 7, 70_000)).toBe(false);
  });

  it('keeps the last eight, each once, and the youngest time of each', () => {
    const tags = new RecentTags(1, 60);
    for (let value = 0; value < 9; value += 1) tags.add(0, value, 1000);
    tags.add(0, 1, 50_000);
    tags.add(0, 100, 50_000);

    const known = [0, 1, 2, 3, 8, 100].filter((value) => tags.has(0, value, 50_000));
    expect(known).toEqual([1, 3, 8, 100]);
    expect(tags.has(0, 1, 100_000)).toBe(true);
    expect(tags.has(0, 3, 100_000)).toBe(false);
  });

  it('forgets everything of an entry when it is cleared', () => {
    const tags = new RecentTags(2, 60);
    tags.add(0, 7, 0);
    tags.add(1, 7, 0);
    tags.clear(0);

    expect([tags.has(0, 7, 0), tags.has(1, 7, 0)]).toEqual([false, true]);
  });
});
