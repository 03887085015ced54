import { usualOf } from '../../src/baseline/usual';

describe('what is usual', () => {
  it.each([
    [[3], 3, 0],
    [[1, 2, 3, 4], 2.5, 1.4826],
    [[5, 5, 5, 5], 5, 0],
  ])('of %j is the median and the scaled median deviation', (values, median, deviation) => {
    expect(usualOf(values)).toEqual({ median, deviation });
  });

  it('does not move for outliers, as long as they are fewer than half', () => {
    const quiet = [10, 11, 9, 10, 12];

    expect(usualOf([...quiet, 1e6, 1e6, 1e6, 1e6]).median).toBe(12);
    expect(usualOf([...quiet, 1e6]).deviation).toBeCloseTo(1.4826, 3);
  });
});
