import { movedCursor, nearest } from '../../src/page/chart/read-keys';
import { stacked } from '../../src/page/chart/stack';

describe('stacked areas', () => {
  it('stand on each other, the last at the bottom', () => {
    expect(
      stacked([
        [1, 2],
        [10, 20],
        [100, 200],
      ]),
    ).toEqual([
      [111, 222],
      [110, 220],
      [100, 200],
    ]);
  });

  it('keep a hole where time is missing', () => {
    expect(
      stacked([
        [1, null],
        [10, null],
      ]),
    ).toEqual([
      [11, null],
      [10, null],
    ]);
  });

  it('may be none', () => {
    expect(stacked([])).toEqual([]);
  });
});

describe('the keys of a chart', () => {
  const at = Array.from({ length: 100 }, (_, second) => second * 1000);

  it.each([
    ['ArrowLeft', 50, 49],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 99, 99],
    ['PageUp', 50, 20],
    ['PageUp', 10, 0],
    ['PageDown', 50, 80],
    ['PageDown', 90, 99],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['Escape', 50, null],
    ['Enter', 50, undefined],
    ['a', 50, undefined],
  ])('%s from %d leads to %s', (key, from, to) => {
    expect(movedCursor(key, from, at)).toBe(to);
  });

  it('find the nearest instant where slots are long', () => {
    expect(nearest([0, 10_000, 20_000], 14_000)).toBe(1);
  });
});
