import { createMetricsHarness } from '@authmeter/testkit';
import { createNoopMeter, metrics } from '@opentelemetry/api';
import {
  ProviderWatch,
  SCOPE_NAME,
  substituteMeterProvider,
} from '../../src/instruments/provider-watch';
import { VERSION } from '../../src/version';

afterEach(() => {
  metrics.disable();
  substituteMeterProvider(() => undefined);
});

describe('ProviderWatch', () => {
  it('has no meter while no SDK is registered, and notices one that comes later', () => {
    const watch = new ProviderWatch(undefined);
    expect(watch.hasChanged).toBe(true);
    expect(watch.take()).toBeUndefined();
    expect(watch.hasChanged).toBe(false);

    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);

    expect(watch.hasChanged).toBe(true);
    expect(watch.take()).toBeDefined();
    expect(watch.hasChanged).toBe(false);
  });

  it('notices that the provider was replaced', () => {
    const watch = new ProviderWatch(undefined);
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    const first = watch.take();
    metrics.disable();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);

    expect(watch.hasChanged).toBe(true);
    expect(watch.take()).not.toBe(first);
  });

  it('stays with the provider that was passed in, whatever is registered', () => {
    const fixed = createMetricsHarness();
    const watch = new ProviderWatch(fixed.meterProvider);
    const meter = watch.take();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);

    expect(watch.hasChanged).toBe(false);
    expect(watch.take()).toBe(meter);
  });

  it('takes a provider that gives no-operation meters for none', () => {
    const watch = new ProviderWatch({ getMeter: () => createNoopMeter() });

    expect(watch.take()).toBeUndefined();
  });

  it('asks for the meter by the name and version of this package', async () => {
    const harness = createMetricsHarness();
    const getMeter = jest.spyOn(harness.meterProvider, 'getMeter');
    new ProviderWatch(harness.meterProvider).take();

    expect(getMeter).toHaveBeenCalledWith('@authmeter/core', VERSION);
    expect(SCOPE_NAME).toBe('@authmeter/core');
    await harness.shutdown();
  });

  it('uses a substitute while no SDK is registered, and leaves it for one that comes later', () => {
    const own = createMetricsHarness();
    const getMeter = jest.spyOn(own.meterProvider, 'getMeter');
    let isStarted = false;
    substituteMeterProvider(() => (isStarted ? own.meterProvider : undefined));
    const watch = new ProviderWatch(undefined);
    const before = watch.take();
    isStarted = true;
    const isNoticed = watch.hasChanged;
    const substitute = watch.take();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);

    expect(before).toBeUndefined();
    expect(isNoticed).toBe(true);
    expect(substitute).toBe(getMeter.mock.results[0]?.value);
    expect(watch.hasChanged).toBe(true);
    expect(watch.take()).not.toBe(substitute);
    expect(watch.hasChanged).toBe(false);
  });

  it('asks for no substitute where an SDK is registered', () => {
    const substitute = jest.fn();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    substituteMeterProvider(substitute);
    const watch = new ProviderWatch(undefined);

    expect(watch.take()).toBeDefined();
    expect(watch.hasChanged).toBe(false);
    expect(substitute).not.toHaveBeenCalled();
  });
});
