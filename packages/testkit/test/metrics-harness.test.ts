import { createMetricsHarness } from '../src';

describe('createMetricsHarness', () => {
  it('gives the exported points of a counter, sorted, and leaves out zeros unless asked', async () => {
    const harness = createMetricsHarness();
    const counter = harness.meterProvider.getMeter('test').createCounter('requests');
    counter.add(2, { path: 'b' });
    counter.add(1, { path: 'a' });
    counter.add(0, { path: 'c' });

    const snapshot = await harness.collect();

    expect(snapshot.names).toEqual(['requests']);
    expect(snapshot.points('requests')).toEqual([
      { attributes: { path: 'a' }, value: 1 },
      { attributes: { path: 'b' }, value: 2 },
    ]);
    expect(snapshot.points('requests', { withZeros: true })).toEqual([
      { attributes: { path: 'a' }, value: 1 },
      { attributes: { path: 'b' }, value: 2 },
      { attributes: { path: 'c' }, value: 0 },
    ]);
  });

  it('keeps a gauge that is zero, which says something', async () => {
    const harness = createMetricsHarness();
    harness.meterProvider.getMeter('test').createGauge('up').record(0, { host: 'a' });

    expect(await harness.points('up')).toEqual([{ attributes: { host: 'a' }, value: 0 }]);
  });

  it('gives a histogram with its buckets, sum, smallest and largest value', async () => {
    const harness = createMetricsHarness();
    const histogram = harness.meterProvider
      .getMeter('test')
      .createHistogram('wait', { advice: { explicitBucketBoundaries: [1, 10] } });
    for (const seconds of [0.5, 4, 20]) histogram.record(seconds, { path: 'a' });

    expect(await harness.distributions('wait')).toEqual([
      {
        attributes: { path: 'a' },
        value: { count: 3, sum: 24.5, min: 0.5, max: 20, boundaries: [1, 10], counts: [1, 1, 1] },
      },
    ]);
  });

  it('reads each reader by its own temporality', async () => {
    const harness = createMetricsHarness({ readers: ['cumulative', 'delta'] });
    const counter = harness.meterProvider.getMeter('test').createCounter('requests');
    const values: (number | undefined)[] = [];
    for (const amount of [5, 2]) {
      counter.add(amount);
      for (const reader of [0, 1]) {
        values.push((await harness.collect(reader)).points('requests')[0]?.value);
      }
    }

    expect(values).toEqual([5, 5, 7, 2]);
  });

  it('has no points for a metric that nobody recorded', async () => {
    expect(await createMetricsHarness().points('nothing')).toEqual([]);
  });

  it('rejects when a collection callback throws, instead of showing half the points', async () => {
    const harness = createMetricsHarness();
    const gauge = harness.meterProvider.getMeter('test').createObservableGauge('up');
    gauge.addCallback(() => {
      throw new Error('broken');
    });

    await expect(harness.collect()).rejects.toThrow('a collection callback failed');
  });
});
