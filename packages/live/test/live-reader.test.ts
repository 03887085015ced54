import { createAuthMeter } from '@authmeter/core';
import {
  ATTEMPTS,
  DEPENDENCY_UP,
  OPERATION_DURATION,
  SESSIONS_ACTIVE,
  SOURCE_FAILURES,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import { createFakeClock } from '@authmeter/testkit';
import * as sdk3 from '@opentelemetry/sdk-metrics';
import * as sdk2 from 'sdk-metrics-2';
import type { resolveLiveOptions } from '../src/live-options';
import type { ReaderSource } from '../src/reader-source';
import { bucketsOf } from '../src/page/data/buckets';
import { View } from '../src/page/data/view';
import { frameOf } from './support/frame-of';

type Sdk = typeof sdk3;

const LINES: readonly (readonly [string, Sdk])[] = [
  ['2.12', sdk2 as unknown as Sdk],
  ['3.1', sdk3],
];

describe.each(LINES)('the reader on sdk-metrics %s', (_line, sdk) => {
  it('counts what came since the last collection, and nothing while idle', async () => {
    const { meter, collect, counted } = start(sdk);
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    await collect();
    await collect();
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    await collect();

    expect(await counted(ATTEMPTS)).toEqual([2, 0, 1]);
  });

  it('shows how many sessions there are, not how many came', async () => {
    const { meter, collect, counted } = start(sdk);
    for (let session = 0; session < 5; session += 1) {
      meter.record({ kind: 'session', change: 'started', method: 'password' });
    }
    await collect();
    meter.record({ kind: 'session', change: 'ended', method: 'password' });
    await collect();
    await collect();

    expect(await counted(SESSIONS_ACTIVE)).toEqual([5, 4, 4]);
  });

  it('keeps a gauge that is not told again', async () => {
    const { meter, collect, counted } = start(sdk);
    meter.record({ kind: 'dependency_check', dependency: 'users_db', up: false });
    await collect();
    await collect();

    expect(await counted(DEPENDENCY_UP)).toEqual([0, 0]);
  });

  it('keeps the bounds that a View of the host gives a histogram', async () => {
    const { meter, collect, buckets } = start(sdk, {
      type: sdk.AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
      options: { boundaries: [0.2, 0.4] },
    });
    meter.record({ kind: 'login', outcome: 'success', durationSeconds: 0.3 });
    await collect();

    expect(await buckets()).toEqual({ boundaries: [0.2, 0.4], counts: [0, 1, 0] });
  });

  it('reads an exponential histogram under the bounds of the conventions', async () => {
    const { meter, collect, buckets } = start(sdk, {
      type: sdk.AggregationType.EXPONENTIAL_HISTOGRAM,
    });
    meter.record({ kind: 'login', outcome: 'success', durationSeconds: 0.3 });
    await collect();

    const { boundaries, counts } = await buckets();
    expect(boundaries).toEqual(OPERATION_DURATION.buckets);
    expect(boundaries[counts.indexOf(1)]).toBe(0.5);
  });

  it('reads metrics with a namespace, and leaves out what is not ours', async () => {
    const { provider, collect, counted, reported } = start(sdk);
    createAuthMeter({ meterProvider: provider, namespace: 'shop' }).record({
      kind: 'attempt',
      outcome: 'success',
      method: 'jwt',
    });
    provider.getMeter('host').createCounter('orders').add(3);
    await collect();

    expect(await counted(ATTEMPTS)).toEqual([1]);
    expect((await reported()).filter((name) => !name.startsWith('auth.'))).toEqual([]);
  });

  it('takes nothing from another reader', async () => {
    const other = createReader(sdk);
    const { meter, collect } = start(sdk, undefined, [other]);
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    await collect();
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    await collect();

    const values = await read(other, ATTEMPTS);
    expect(values.filter((value) => value !== 0)).toEqual([2]);
  });

  it('leaves the zero of a new source to whoever exports, however often it looks', async () => {
    const other = createReader(sdk);
    const { clock, meter, collect, counted } = start(sdk, undefined, [other]);
    // Whoever comes a second time comes again.
    await other.collect();
    clock.advance(15_000);
    await other.collect();
    meter.record(FAILURE);
    await collect();
    await collect();
    const first = await read(other, SOURCE_FAILURES);
    await collect();

    expect([first, await read(other, SOURCE_FAILURES)]).toEqual([[0], [1]]);
    expect(await counted(SOURCE_FAILURES)).toEqual([0, 0, 1]);
  });

  it('shows a new source at its second look where nobody exports', async () => {
    const { meter, collect, counted } = start(sdk);
    meter.record(FAILURE);
    await collect();
    await collect();

    expect(await counted(SOURCE_FAILURES)).toEqual([0, 1]);
  });
});

const FAILURE = {
  kind: 'attempt',
  outcome: 'failure',
  errorType: 'invalid_credentials',
  sourceAddress: '203.0.113.9',
} as const;

/** A reader such as exporters are made of. */
function createReader(sdk: Sdk): sdk3.MetricReader {
  return new (class extends sdk.MetricReader {
    protected override onForceFlush = () => Promise.resolve();
    protected override onShutdown = () => Promise.resolve();
  })();
}

/** Collects, and gives the values of one counter. */
async function read(reader: sdk3.MetricReader, { name }: MetricDefinition) {
  const { resourceMetrics } = await reader.collect();
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  const found = metrics.find(({ descriptor }) => descriptor.name === name);
  return found?.dataPoints.map(({ value }) => value) ?? [];
}

/** A real SDK of one line with the reader in it; the source is loaded against that line. */
function start(sdk: Sdk, aggregation?: sdk3.AggregationOption, others: sdk3.IMetricReader[] = []) {
  const clock = createFakeClock(1_700_000_000_000);
  const source = loadAgainst(sdk, clock);
  const views = aggregation && [{ instrumentName: OPERATION_DURATION.name, aggregation }];
  const provider = new sdk.MeterProvider({
    readers: [source.reader, ...others],
    ...(views && { views }),
  });
  const meter = createAuthMeter({ meterProvider: provider, dependencies: ['users_db'], clock });
  const series = async (definition: MetricDefinition) => {
    const frame = await frameOf(source);
    return { frame, selected: new View(frame, '5m', {}).series(definition) };
  };
  return {
    clock,
    provider,
    meter,
    collect: () => {
      clock.advance(1000);
      return source.collect();
    },
    counted: async (definition: MetricDefinition) => {
      const { frame, selected } = await series(definition);
      return frame.fine.times.map((_, at) =>
        selected.reduce((sum, { cell }) => sum + (frame.fine.column(cell)[at] ?? 0), 0),
      );
    },
    buckets: async () => {
      const { frame, selected } = await series(OPERATION_DURATION);
      const logins = selected.filter(({ attributes }) => attributes['operation'] === 'login');
      return bucketsOf(frame.fine, logins, [0]);
    },
    reported: async () => (await frameOf(source)).health?.reported ?? [],
  };
}

function loadAgainst(sdk: Sdk, clock: ReturnType<typeof createFakeClock>): ReaderSource {
  let loaded: ReaderSource | undefined;
  jest.isolateModules(() => {
    jest.doMock('@opentelemetry/sdk-metrics', () => sdk);
    const options = jest.requireActual<{ resolveLiveOptions: typeof resolveLiveOptions }>(
      '../src/live-options',
    );
    const { ReaderSource: Source } = jest.requireActual<{ ReaderSource: typeof ReaderSource }>(
      '../src/reader-source',
    );
    loaded = new Source(options.resolveLiveOptions({ clock }), false);
  });
  jest.dontMock('@opentelemetry/sdk-metrics');
  if (loaded === undefined) throw new Error('the source was not loaded');
  return loaded;
}
