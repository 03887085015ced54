import * as surface from '../src';

describe('@authmeter/nestjs', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'AuthHealthIndicator',
      'AuthMethod',
      'AuthMetricsModule',
      'AuthOperation',
      'InjectAuthMeter',
      'SkipAuthMetrics',
      'createAuthMeter',
      'metricsPath',
      'observeGuard',
      'observeStrategy',
      'observeThrottler',
      'setDefaultAuthMeter',
    ]);
  });
});
