import { layOut } from '../../src/grafana/lay-out';

describe('layOut', () => {
  it('fills lines from left to right and begins the next below the tallest', () => {
    const { positions, height } = layOut(
      [
        { width: 12, height: 4 },
        { width: 8, height: 8 },
        { width: 8, height: 3 },
        { width: 16, height: 2 },
      ],
      10,
    );

    expect(positions).toEqual([
      { x: 0, y: 10, w: 12, h: 4 },
      { x: 12, y: 10, w: 8, h: 8 },
      { x: 0, y: 18, w: 8, h: 3 },
      { x: 8, y: 18, w: 16, h: 2 },
    ]);
    expect(height).toBe(11);
  });

  it('takes no room for nothing', () => {
    expect(layOut([], 3)).toEqual({ positions: [], height: 0 });
  });
});
