import { MINIMUM_TRAFFIC } from '@authmeter/core/conventions';
import { alertLimits, areThresholds } from '../../src/findings/alert-limits';

describe('the numbers of alerts', () => {
  it('are those of the host, or else the defaults', () => {
    const { limitOf } = alertLimits({ minimumTraffic: 0.5 }, 1);

    expect(limitOf(MINIMUM_TRAFFIC)).toBe(0.5);
    expect(alertLimits({}, 1).limitOf(MINIMUM_TRAFFIC)).toBe(0.1);
  });

  it.each([
    [null],
    [[]],
    ['x'],
    [{ minimumTraffic: '1' }],
    [{ minimumTraffic: 0 }],
    [{ other: 1 }],
  ])('%j are none', (given) => {
    expect(areThresholds(given)).toBe(false);
  });

  it('may be none at all', () => {
    expect([areThresholds({}), areThresholds({ minimumTraffic: 2 })]).toEqual([true, true]);
  });
});
