import { ALERT_PARAMETERS, AVAILABILITY_OBJECTIVE } from '@authmeter/core/conventions';
import { resolveThresholds } from '../../src/options/resolve-thresholds';

describe('thresholds', () => {
  it('are the defaults where nothing is set', () => {
    const thresholdOf = resolveThresholds();

    expect(ALERT_PARAMETERS.map(thresholdOf)).toEqual(
      ALERT_PARAMETERS.map((parameter) => parameter.default),
    );
  });

  it('are what was set, and the defaults besides', () => {
    const thresholdOf = resolveThresholds({ availabilityObjective: 0.99, minimumTraffic: 1 });

    expect(thresholdOf(AVAILABILITY_OBJECTIVE)).toBe(0.99);
  });

  it.each([
    [{ loginFailureRatioHigh: 1 }, 'is 1; allowed: a number from 0.001 to 0.999'],
    [{ loginFailureRatioHigh: '0.3' }, 'is "0.3"; allowed: a number'],
    [{ loginFailureRatioHigh: Number.NaN }, 'is NaN'],
    [{ bruteForceSuspected: 0 }, 'from 0.001 to 1000000, in {failure}/s'],
    [{ authLatencyHigh: 10 }, 'is 10; allowed: a number from 0.001 to 9.9, in s'],
    [{ loginFailureRatio: 0.3 }, 'allowed: only authFailureRatioHigh, minimumTraffic,'],
    [{ constructor: 1 }, 'thresholds.constructor'],
  ])('%j is refused, with what is allowed', (set, complaint) => {
    expect(() => resolveThresholds(set)).toThrow(complaint);
  });

  it('of a severer alert may not lie below its milder one', () => {
    expect(() => resolveThresholds({ loginFailureRatioElevated: 0.2 })).toThrow(
      'option "thresholds.loginFailureRatioHigh" is 0.2; allowed: more than loginFailureRatioElevated, which is 0.2',
    );
    expect(() =>
      resolveThresholds({ loginFailureRatioElevated: 0.2, loginFailureRatioHigh: 0.3 }),
    ).not.toThrow();
  });
});
