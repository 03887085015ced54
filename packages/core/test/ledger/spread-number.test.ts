import fc from 'fast-check';
import { spreadNumber } from '../../src/ledger/spread-number';

const UPPER = 2 ** 32;

describe('spreadNumber', () => {
  it('gives an integer of 32 bits, the same one for the same number and secret', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.nat(2 ** 32 - 1),
        (value, secret) => {
          const spread = spreadNumber(value, secret);

          expect(Number.isInteger(spread) && spread >= 0 && spread < UPPER).toBe(true);
          expect(spreadNumber(value, secret)).toBe(spread);
        },
      ),
    );
  });

  it('spreads neighbours evenly over places', () => {
    const places = new Array<number>(256).fill(0);
    for (let value = 0; value < 25_600; value += 1) {
      const place = spreadNumber(value, 4711) & 255;
      places[place] = (places[place] ?? 0) + 1;
    }

    expect(Math.min(...places)).toBeGreaterThan(50);
    expect(Math.max(...places)).toBeLessThan(160);
  });

  // Numbers whose upper bits, multiplied, take their lower ones away again: they met whatever the secret was as long as the
  // secret came last.
  it.each([0, 1, 0xdeadbeef, 0xffffffff])(
    'lets nobody choose numbers that fall together: secret %i',
    (secret) => {
      const chosen = Array.from({ length: 1000 }, (_, upper) => {
        const lower = Math.imul(upper, 0x9e3779b1) >>> 0;
        return upper * UPPER + lower;
      });
      const places = new Set(chosen.map((value) => spreadNumber(value, secret) & 2047));

      // A thousand of 2,048 places are 791 different ones on average.
      expect(places.size).toBeGreaterThan(700);
    },
  );

  it('puts numbers elsewhere under another secret', () => {
    const values = Array.from({ length: 1000 }, (_, index) => index * 281_474_976_711);
    const same = values.filter((value) => spreadNumber(value, 1) === spreadNumber(value, 2));

    expect(same).toEqual([]);
  });
});
