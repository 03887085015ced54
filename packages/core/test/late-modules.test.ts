import { loadCore } from './load-core';

const CLOCK = 'node:perf_hooks';

describe("Node's clock", () => {
  it('is not loaded with core', () => {
    expect(loadCore(CLOCK).hasLoaded()).toBe(false);
  });

  it('is loaded with a meter, before the first request', () => {
    const { copy, hasLoaded } = loadCore(CLOCK);

    copy.createAuthMeter();

    expect(hasLoaded()).toBe(true);
  });

  it('is loaded for whoever reads it, and only rises', () => {
    const { copy, hasLoaded } = loadCore(CLOCK);

    const earlier = copy.SYSTEM_CLOCK.monotonicMilliseconds();

    expect(hasLoaded()).toBe(true);
    expect(copy.SYSTEM_CLOCK.monotonicMilliseconds()).toBeGreaterThanOrEqual(earlier);
  });
});
