import * as surface from '../src';

describe('@authmeter/express', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'authHealth',
      'authMetrics',
      'createAuthMeter',
      'metricsEndpoint',
      'observeAuth',
      'observeLogin',
      'observeRateLimit',
      'observeStrategy',
    ]);
  });
});
