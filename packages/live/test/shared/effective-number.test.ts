import { effectiveNumber } from '../../src/shared/effective-number';

describe('effectiveNumber', () => {
  it('is the number of sources where all fail alike', () => {
    expect(effectiveNumber([5, 5, 5, 5])).toBe(4);
  });

  it('is near one where one dominates', () => {
    expect(effectiveNumber([98, 1, 1])).toBeCloseTo(1.04);
  });

  it('is zero for nothing', () => {
    expect(effectiveNumber([])).toBe(0);
  });
});
