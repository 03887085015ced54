import { CumulativeToDelta } from '../../src/otlp/cumulative-to-delta';

describe('totals', () => {
  it('become what came since', () => {
    const deltas = new CumulativeToDelta();

    expect([3, 3, 10].map((total) => deltas.difference('a', [total], false))).toEqual([
      [3],
      [0],
      [7],
    ]);
  });

  it('are a baseline the first time, where they are older than we are', () => {
    const deltas = new CumulativeToDelta();

    expect([300, 307].map((total) => deltas.difference('a', [total], true))).toEqual([[0], [7]]);
  });

  it('that fall were begun anew without saying so', () => {
    const deltas = new CumulativeToDelta();
    deltas.difference('a', [100], false);

    expect(deltas.difference('a', [4], false)).toEqual([4]);
  });

  it('of buckets may move from one to the next without anything being counted twice', () => {
    const deltas = new CumulativeToDelta();
    deltas.difference('a', [5, 5], false);

    expect(deltas.difference('a', [4, 7], false)).toEqual([0, 2]);
  });

  it('of more series than anybody has are forgotten, the oldest first', () => {
    const deltas = new CumulativeToDelta();
    for (let series = 0; series <= 8000; series += 1) deltas.difference(String(series), [5], false);

    expect(deltas.difference('8000', [6], false)).toEqual([1]);
    expect(deltas.difference('0', [6], false)).toEqual([6]);
  });
});
