import { SlotRing } from '../../src/store/slot-ring';

const facts = (endMilliseconds: number) => ({ endMilliseconds, durationSeconds: 1, isLate: false });

describe('SlotRing', () => {
  it('numbers slots from zero on and keeps the newest', () => {
    const ring = new SlotRing(3, 2);

    for (const value of [1, 2, 3, 4]) ring.close([value, value * 10], facts(value));

    expect([ring.oldest, ring.next]).toEqual([1, 4]);
    expect([1, 2, 3].map((slot) => [...ring.row(slot)])).toEqual([
      [2, 20],
      [3, 30],
      [4, 40],
    ]);
    expect([0, 1, 3].map((slot) => ring.factsOf(slot)?.endMilliseconds)).toEqual([undefined, 2, 4]);
  });

  it('writes one cell of every slot', () => {
    const ring = new SlotRing(2, 2);
    ring.close([1, 2], facts(1));
    ring.close([3, 4], facts(2));

    ring.fillCell(1, NaN);

    expect([...ring.row(0), ...ring.row(1)]).toEqual([1, NaN, 3, NaN]);
  });

  it('takes its memory at once', () => {
    expect(new SlotRing(340, 540).bytes).toBe(340 * 540 * 4);
  });
});
