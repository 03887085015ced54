import { rebucket } from '../../src/shared/rebucket';

describe('rebucket', () => {
  it('keeps counts under the same bounds', () => {
    expect(rebucket({ boundaries: [1, 2], counts: [3, 4, 5] }, [1, 2])).toEqual([3, 4, 5]);
  });

  it('moves counts up, never down, under other bounds', () => {
    const given = { boundaries: [1, 2, 3, 4], counts: [1, 2, 4, 8, 16] };

    expect(rebucket(given, [2.5, 4])).toEqual([3, 12, 16]);
  });
});
