import { createMetricsHarness, type MetricsHarness } from '@authmeter/testkit';
import type { Counter } from '@opentelemetry/api';
import { NewbornCounter } from '../../src/ledger/newborn-counter';

const addressOf = (address: string) => ({ ip_address: address });

describe('NewbornCounter', () => {
  let harness: MetricsHarness;
  let sink: Counter;

  beforeEach(() => {
    harness = createMetricsHarness();
    sink = harness.meterProvider.getMeter('test').createCounter('failures');
  });

  async function flushedPoints(counter: NewbornCounter<number>, isSeen = true): Promise<unknown> {
    counter.flushTo(sink, isSeen);
    return harness.points('failures', { withZeros: true });
  }

  it('exports a new series at zero, and what it counted at the next collection', async () => {
    const counter = new NewbornCounter<number>();
    counter.begin(0, addressOf('203.0.113.0'));
    counter.add(0);

    const series = { ip_address: '203.0.113.0' };
    expect(await flushedPoints(counter)).toEqual([{ attributes: series, value: 0 }]);
    expect(await flushedPoints(counter)).toEqual([{ attributes: series, value: 2 }]);
    expect(await flushedPoints(counter)).toEqual([{ attributes: series, value: 2 }]);
  });

  it('keeps what a new series counted until its zero was seen', async () => {
    const counter = new NewbornCounter<number>();
    counter.begin(0, addressOf('203.0.113.0'));

    const values = [];
    for (const isSeen of [false, false, true, false, false]) {
      values.push(await flushedPoints(counter, isSeen));
    }

    const point = (value: number) => [{ attributes: { ip_address: '203.0.113.0' }, value }];
    expect(values).toEqual([0, 0, 0, 1, 1].map(point));
  });

  it('hands an event of a known series over at once', async () => {
    const counter = new NewbornCounter<number>();
    counter.begin(0, addressOf('203.0.113.0'));
    await flushedPoints(counter);
    counter.add(0);

    expect(await flushedPoints(counter)).toEqual([
      { attributes: { ip_address: '203.0.113.0' }, value: 2 },
    ]);
  });

  it('says whether a series is there', () => {
    const counter = new NewbornCounter<number>();
    const before = counter.add(0);
    counter.begin(0, addressOf('203.0.113.0'));

    expect([before, counter.add(0)]).toEqual([false, true]);
    expect([counter.size, counter.has(0), counter.has(1)]).toEqual([1, true, false]);
  });

  it('starts at zero again on a new provider, and loses nothing that was waiting', async () => {
    const counter = new NewbornCounter<number>();
    counter.begin(0, addressOf('203.0.113.0'));
    await flushedPoints(counter);
    counter.add(0);

    harness = createMetricsHarness();
    sink = harness.meterProvider.getMeter('test').createCounter('failures');
    counter.restart();

    const series = { ip_address: '203.0.113.0' };
    expect(await flushedPoints(counter)).toEqual([{ attributes: series, value: 0 }]);
    expect(await flushedPoints(counter)).toEqual([{ attributes: series, value: 2 }]);
  });
});
