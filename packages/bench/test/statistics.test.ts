import { ratioOf, spreadOf } from '../src/measure/interleave';
import { estimateMedian, median, quantile } from '../src/measure/statistics';

describe('statistics', () => {
  it('takes the middle, and of an even number the mean of the middle two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('interpolates between the values of a quantile', () => {
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
  });

  it('gives a median with an interval around it, the same for the same values', () => {
    const values = Array.from({ length: 101 }, (_, index) => index);
    const estimate = estimateMedian(values);

    expect(estimate.value).toBe(50);
    expect(estimate.low).toBeGreaterThan(30);
    expect(estimate.low).toBeLessThan(50);
    expect(estimate.high).toBeGreaterThan(50);
    expect(estimate.high).toBeLessThan(70);
    expect(estimateMedian(values)).toEqual(estimate);
  });

  it('compares within each round, so that a machine that slows down changes no ratio', () => {
    const times = new Map([
      ['base', [100, 200, 400]],
      ['ours', [10, 20, 40]],
      ['again', [110, 220, 440]],
    ]);

    expect(ratioOf(times, 'ours', 'base')).toBe(0.1);
    expect(spreadOf(times, 'base', 'again')).toBeCloseTo(0.1);
  });
});
