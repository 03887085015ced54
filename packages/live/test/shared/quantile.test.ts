import { quantileOf } from '../../src/shared/quantile';

const BOUNDARIES = [0.1, 0.5, 1];

describe('quantileOf', () => {
  it('interpolates inside the bucket, as Prometheus does', () => {
    const counts = [10, 80, 10, 0];

    expect(quantileOf({ boundaries: BOUNDARIES, counts }, 0.5)).toEqual({
      value: 0.1 + 0.4 * (40 / 80),
      isLowerBound: false,
    });
    expect(quantileOf({ boundaries: BOUNDARIES, counts }, 0.95)?.value).toBeCloseTo(0.75);
  });

  it('begins the first bucket at zero', () => {
    expect(quantileOf({ boundaries: BOUNDARIES, counts: [4, 0, 0, 0] }, 0.5)?.value).toBe(0.05);
  });

  it('says at least the highest bound for what lies above it', () => {
    expect(quantileOf({ boundaries: BOUNDARIES, counts: [1, 0, 0, 9] }, 0.95)).toEqual({
      value: 1,
      isLowerBound: true,
    });
  });

  it('knows nothing of nothing', () => {
    expect(quantileOf({ boundaries: BOUNDARIES, counts: [0, 0, 0, 0] }, 0.5)).toBeUndefined();
  });
});
