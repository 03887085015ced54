import type * as perfHooks from 'node:perf_hooks';
import type * as core from '../src';

/** Loads a copy of core of its own, and tells whether it has loaded `node:perf_hooks`. */
function loadCore(): { copy: typeof core; hasLoadedClock: () => boolean } {
  let hasLoaded = false;
  jest.resetModules();
  jest.doMock('node:perf_hooks', () => {
    hasLoaded = true;
    return jest.requireActual<typeof perfHooks>('node:perf_hooks');
  });
  const copy = jest.requireActual<typeof core>('../src');
  return { copy, hasLoadedClock: () => hasLoaded };
}

describe("Node's clock", () => {
  it('is not loaded with core', () => {
    expect(loadCore().hasLoadedClock()).toBe(false);
  });

  it('is loaded with a meter, before the first request', () => {
    const { copy, hasLoadedClock } = loadCore();

    copy.createAuthMeter();

    expect(hasLoadedClock()).toBe(true);
  });

  it('is loaded for whoever reads it, and only rises', () => {
    const { copy, hasLoadedClock } = loadCore();

    const earlier = copy.SYSTEM_CLOCK.monotonicMilliseconds();

    expect(hasLoadedClock()).toBe(true);
    expect(copy.SYSTEM_CLOCK.monotonicMilliseconds()).toBeGreaterThanOrEqual(earlier);
  });
});
