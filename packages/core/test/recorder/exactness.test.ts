import {
  createMetricsHarness,
  type MetricsHarness,
  type MetricsHarnessOptions,
  type MetricsSdk,
} from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import * as sdk3 from '@opentelemetry/sdk-metrics';
import {
  AggregationType,
  createAllowListAttributesProcessor,
  createDenyListAttributesProcessor,
} from '@opentelemetry/sdk-metrics';
import fc from 'fast-check';
import * as sdk2 from 'sdk-metrics-2';
import { createAuthMeter } from '../../src/auth-meter';
import { RECORDING_MODES, type RecordingMode } from '../../src/options/auth-meter-options';
import {
  PLAIN_COUNTERS,
  PLAIN_HISTOGRAMS,
  plainObservations,
  recordPlainly,
} from './plain-instruments';

const SDK_LINES: readonly (readonly [line: string, sdk: MetricsSdk, histories: number])[] = [
  ['3.1', sdk3, 25],
  ['2.12', sdk2 as unknown as MetricsSdk, 10],
];

const SET_UPS: Readonly<Record<string, MetricsHarnessOptions>> = {
  'one cumulative reader': { readers: ['cumulative'] },
  'one delta reader': { readers: ['delta'] },
  'a cumulative and a delta reader': { readers: ['cumulative', 'delta'] },
  'a view that drops reason and error.type': {
    readers: ['cumulative', 'delta'],
    views: [
      {
        instrumentName: 'auth.attempts',
        attributesProcessors: [createDenyListAttributesProcessor(['reason', 'error.type'])],
      },
    ],
  },
  'a view with other buckets': {
    readers: ['cumulative', 'delta'],
    views: [
      {
        instrumentName: 'auth.operation.*',
        aggregation: {
          type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
          options: { boundaries: [1, 5] },
        },
      },
    ],
  },
  'a view that allows outcome only': {
    readers: ['cumulative', 'delta'],
    views: [
      {
        instrumentName: 'auth.*',
        attributesProcessors: [createAllowListAttributesProcessor(['outcome'])],
      },
    ],
  },
};

const ROWS = SDK_LINES.flatMap(([line, sdk, numRuns]) =>
  RECORDING_MODES.map((recording) => [line, recording, sdk, numRuns] as const),
);

/** Long enough that the ring overflows between two collections in some histories. */
const recordSteps = fc.array(plainObservations, { maxLength: 60, size: 'max' });
const manyRecords = fc.nat(200);

// A search for a provider must not wake up in a later run; only the tests of that search move this clock.
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
});

afterEach(() => {
  jest.useRealTimers();
  metrics.disable();
});

describe.each(ROWS)('with SDK %s, recording %s', (_line, recording, sdk, numRuns) => {
  it.each(Object.entries(SET_UPS))(
    'exports what plain instruments export under %s',
    async (_name, setUp) => {
      const readers = setUp.readers ?? [];
      const rounds = fc.array(
        fc.record({
          observations: recordSteps,
          repeats: manyRecords,
          reader: fc.nat(readers.length - 1),
        }),
        { minLength: 1, maxLength: 5 },
      );

      await fc.assert(
        fc.asyncProperty(rounds, async (history) => {
          const plain = createMetricsHarness({ ...setUp, sdk });
          const measured = createMetricsHarness({ ...setUp, sdk });
          const meter = createAuthMeter({ meterProvider: measured.meterProvider, recording });
          for (const { observations, repeats, reader } of history) {
            for (const observation of repeatTo(observations, repeats)) {
              recordPlainly(plain.meterProvider, observation);
              meter.record(observation);
            }
            await expectEqualExports(measured, plain, reader);
          }
          for (const reader of readers.keys()) await expectEqualExports(measured, plain, reader);
        }),
        { numRuns },
      );
    },
  );

  it('loses nothing that was recorded before the provider was registered', async () => {
    await fc.assert(
      fc.asyncProperty(recordSteps, recordSteps, async (early, late) => {
        metrics.disable();
        const plain = createMetricsHarness({ sdk });
        const measured = createMetricsHarness({ sdk });
        const meter = createAuthMeter({ recording });
        for (const observation of [...early, ...late]) {
          recordPlainly(plain.meterProvider, observation);
        }
        for (const observation of early) meter.record(observation);
        metrics.setGlobalMeterProvider(measured.meterProvider);
        for (const observation of late) meter.record(observation);
        jest.advanceTimersByTime(1000);

        await expectEqualExports(measured, plain, 0);
      }),
      { numRuns },
    );
  });

  it('follows a provider that is replaced, as a lazy holder of plain instruments does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(recordSteps, { minLength: 2, maxLength: 4 }), async (spans) => {
        await replaceProviders(spans, recording, sdk);
      }),
      { numRuns },
    );
  });
});

type Observations = readonly Parameters<typeof recordPlainly>[1][];

/** Records each span under a provider of its own, and compares every provider that there was. */
async function replaceProviders(
  spans: readonly Observations[],
  recording: RecordingMode,
  sdk: MetricsSdk,
): Promise<void> {
  const pairs: { measured: MetricsHarness; plain: MetricsHarness }[] = [];
  let meter: ReturnType<typeof createAuthMeter> | undefined;
  for (const span of spans) {
    const pair = { measured: createMetricsHarness({ sdk }), plain: createMetricsHarness({ sdk }) };
    pairs.push(pair);
    metrics.disable();
    metrics.setGlobalMeterProvider(pair.measured.meterProvider);
    meter ??= createAuthMeter({ recording });
    for (const observation of span) {
      recordPlainly(pair.plain.meterProvider, observation);
      meter.record(observation);
    }
  }
  for (const { measured, plain } of pairs) await expectEqualExports(measured, plain, 0);
}

async function expectEqualExports(
  measured: MetricsHarness,
  plain: MetricsHarness,
  reader: number,
): Promise<void> {
  const actual = await measured.collect(reader);
  const expected = await plain.collect(reader);
  for (const name of PLAIN_COUNTERS) {
    expect([name, actual.points(name)]).toEqual([name, expected.points(name)]);
  }
  for (const name of PLAIN_HISTOGRAMS) {
    expect([name, actual.distributions(name)]).toEqual([name, expected.distributions(name)]);
  }
}

function repeatTo<Item>(items: readonly Item[], length: number): readonly Item[] {
  if (items.length === 0) return items;
  return Array.from({ length }, (_, index) => items[index % items.length]).filter(
    (item) => item !== undefined,
  );
}
