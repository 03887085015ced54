import { GatheredSlots } from '../../src/store/gathered-slots';

const SHAPE = { cells: 4, slots: 6, slotSeconds: 10 };
const step = (durationSeconds: number, endMilliseconds = 0, isLate = false) => ({
  durationSeconds,
  endMilliseconds,
  isLate,
});

describe('GatheredSlots', () => {
  it('ends a slot with the step that makes it long enough', () => {
    const slots = new GatheredSlots(SHAPE);
    slots.begin(0, 'sum');
    slots.take(0, 5);

    const ended = [step(4), step(4, 8, true), step(2, 10)].map((one) => slots.advance(one));

    expect(ended).toEqual([false, false, true]);
    expect(slots.ring.factsOf(0)).toEqual({
      endMilliseconds: 10,
      durationSeconds: 10,
      isLate: true,
    });
    expect(slots.ring.row(0)[0]).toBe(5);
  });

  it('takes a timer that is a little early for the whole slot', () => {
    const slots = new GatheredSlots(SHAPE);

    expect(slots.advance(step(9.8))).toBe(true);
  });

  it('folds a gauge as it was told to, and forgets it for the next slot', () => {
    const slots = new GatheredSlots(SHAPE);
    slots.begin(0, 'last');
    slots.begin(1, 'lowest');
    slots.begin(2, 'highest');
    for (const cell of [0, 1, 2]) for (const value of [1, 0, 2, 1]) slots.take(cell, value);

    slots.advance(step(10));
    slots.advance(step(10));

    expect([...slots.ring.row(0)]).toEqual([1, 0, 2, 0]);
    expect([...slots.ring.row(1)]).toEqual([NaN, NaN, NaN, 0]);
  });

  it('counts of the oldest slot only what lies inside the window', () => {
    const slots = new GatheredSlots(SHAPE);
    slots.begin(0, 'sum');
    for (const count of [100, 10, 1]) {
      slots.take(0, count);
      slots.advance(step(10));
    }
    slots.take(0, 7);
    slots.advance(step(5));

    const window = slots.window(20);

    expect(window.seconds).toBe(20);
    // 5 s that are open, 10 s, and half of the 10 s before.
    expect(window.sum([0])).toBe(7 + 1 + 10 / 2);
  });

  it('says how much is on record where the window is longer', () => {
    const slots = new GatheredSlots(SHAPE);
    slots.begin(0, 'sum');
    slots.take(0, 3);
    slots.advance(step(10));

    expect(slots.window(300).seconds).toBe(10);
    expect(slots.window(300).sum([0])).toBe(3);
  });

  it('forgets the past of a cell that begins anew', () => {
    const slots = new GatheredSlots(SHAPE);
    slots.begin(0, 'sum');
    slots.take(0, 3);
    slots.advance(step(10));

    slots.begin(0, 'sum');

    expect(slots.window(300).sum([0])).toBe(0);
  });
});
