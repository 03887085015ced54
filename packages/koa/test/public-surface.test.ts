import * as surface from '../src';

describe('@authmeter/koa', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'authHealth',
      'authMetrics',
      'createAuthMeter',
      'metricsEndpoint',
      'metricsPath',
      'observeAuth',
      'observeLogin',
      'observeRateLimit',
      'observeStrategy',
      'setDefaultAuthMeter',
    ]);
  });
});
