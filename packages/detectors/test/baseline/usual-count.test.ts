import { UsualCount } from '../../src/baseline/usual-count';

const START = 1_700_000_100_000;
const SLOT = 300_000;

describe('UsualCount', () => {
  it('takes everything for unusual while it knows nothing', () => {
    const past = new UsualCount();
    past.note(START);

    expect(past.deviationsOf(30, 60)).toBe(30);
  });

  it('expects as many as usual, in a window of any length', () => {
    const past = new UsualCount();
    for (let slot = 0; slot < 12; slot += 1) {
      for (let event = 0; event < 500; event += 1) past.note(START + slot * SLOT);
    }

    // 500 in five minutes are 100 in one.
    expect(past.deviationsOf(100, 60)).toBe(0);
    expect(past.deviationsOf(160, 60)).toBe(6);
  });

  it('remembers quiet times as well', () => {
    const past = new UsualCount();
    past.note(START);
    past.note(START + 20 * SLOT);

    expect(past.deviationsOf(12, 60)).toBeGreaterThan(10);
  });

  it('goes on where it was when the clock is set back', () => {
    const past = new UsualCount();
    past.note(START + 5 * SLOT);
    past.note(START);

    expect(past.deviationsOf(2, 300)).toBe(2);
  });
});
