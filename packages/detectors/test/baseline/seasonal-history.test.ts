import { SeasonalHistory } from '../../src/baseline/seasonal-history';

const SLOTS_A_DAY = 288;
const NOON = 20_000 * SLOTS_A_DAY + 144;

function remember(history: SeasonalHistory, first: number, values: readonly number[]): void {
  for (const [index, value] of values.entries()) history.remember(first + index, value);
}

describe('SeasonalHistory', () => {
  it('knows nothing before six slots of the last three hours', () => {
    const history = new SeasonalHistory(300);
    remember(history, NOON - 5, [1, 2, 3, 4, 5]);
    const before = history.usualAt(NOON);
    history.remember(NOON - 6, 6);

    expect(before).toBeUndefined();
    expect(history.usualAt(NOON)?.median).toBe(3.5);
  });

  it('takes the same time of three days before over the last hours', () => {
    const history = new SeasonalHistory(300);
    remember(history, NOON - 36, Array<number>(36).fill(100));
    for (const day of [1, 2]) remember(history, NOON - day * SLOTS_A_DAY - 2, [7, 7, 7, 7, 7]);
    const twoDays = history.usualAt(NOON)?.median;
    remember(history, NOON - 3 * SLOTS_A_DAY - 2, [7, 7, 7, 7, 7]);

    expect(twoDays).toBe(100);
    expect(history.usualAt(NOON)).toEqual({ median: 7, deviation: 0 });
  });

  it('is not moved by one day of attack among four', () => {
    const history = new SeasonalHistory(300);
    for (const day of [1, 2, 3, 4]) {
      const value = day === 2 ? 5000 : 10 + day;
      remember(history, NOON - day * SLOTS_A_DAY - 2, Array<number>(5).fill(value));
    }

    expect(history.usualAt(NOON)?.median).toBeLessThanOrEqual(14);
  });

  it('forgets what is older than a week, and slots whose place another has taken', () => {
    const history = new SeasonalHistory(300);
    remember(history, NOON - 8, [1, 1, 1, 1, 1, 1, 1, 1]);
    const week = 7 * SLOTS_A_DAY;

    expect(history.usualAt(NOON)?.median).toBe(1);
    expect(history.usualAt(NOON + week)).toBeUndefined();
  });
});
