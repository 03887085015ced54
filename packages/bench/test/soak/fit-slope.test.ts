import { fitSlope } from '../../src/soak/fit-slope';

/** A reading every ten seconds for ten minutes; the same pattern strays by up to three to both sides. */
function readings(perReading: number): { atSeconds: number; value: number }[] {
  return Array.from({ length: 60 }, (_, index) => ({
    atSeconds: index * 10,
    value: 1000 + perReading * index + ((index * 5) % 7) - 3,
  }));
}

describe('fitSlope', () => {
  it('finds the line that readings lie on', () => {
    const onALine = [0, 60, 120].map((atSeconds) => ({ atSeconds, value: 7 + atSeconds / 30 }));

    const { perMinute, growth, noise } = fitSlope(onALine);

    expect(perMinute).toBeCloseTo(2);
    expect(growth).toBeCloseTo(4);
    expect(noise).toBeCloseTo(0);
  });

  it('takes for flat what strays and adds nothing, and what falls', () => {
    expect(fitSlope(readings(0)).isFlat).toBe(true);
    expect(fitSlope(readings(-1)).isFlat).toBe(true);
  });

  it('sees a growth of a hundredth that hides in the noise of single readings', () => {
    const slope = fitSlope(readings(0.17));

    expect(slope.growth).toBeGreaterThan(slope.noise);
    expect(slope.isFlat).toBe(false);
  });

  it('fits nothing through fewer than three readings', () => {
    expect(() => fitSlope(readings(0).slice(0, 2))).toThrow('a slope needs 3 readings');
  });
});
