import { createFakeClock, createMetricsHarness } from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import { createAuthMeter, type AuthMeter } from '../../src/auth-meter';
import { SCOPE_NAME, substituteMeterProvider } from '../../src/instruments/provider-watch';
import { VERSION } from '../../src/version';
import { measureHeapMegabytes } from '../privacy/measure-heap-megabytes';
import { createMeasuredMeter, exportedLines } from './measured-meter';

const SUCCESS = 'auth.attempts{method=jwt,outcome=success}';
const DURATIONS = 'auth.operation.duration.seconds{operation=authenticate,outcome=success}';
const UNTIMED = { kind: 'attempt', outcome: 'success', method: 'jwt' } as const;
const TIMED = { ...UNTIMED, durationSeconds: 1 } as const;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
});

afterEach(() => {
  jest.useRealTimers();
  metrics.disable();
});

describe('the ring of histogram values', () => {
  it.each([1, 127, 128, 129, 1000])(
    'exports every one of %i values that come between two collections',
    async (count) => {
      const { meter, lines } = createMeasuredMeter();
      for (let index = 0; index < count; index += 1) meter.record(TIMED);

      expect(await lines()).toEqual([
        `${SUCCESS} ${String(count)}`,
        `${DURATIONS} count=${String(count)} sum=${String(count)}`,
      ]);
    },
  );
});

describe('without a provider', () => {
  it('keeps every count, however many, and delivers it to one that is registered later', async () => {
    const meter = createAuthMeter();
    for (let index = 0; index < 100_000; index += 1) meter.record(UNTIMED);
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    meter.record(UNTIMED);

    expect(exportedLines(await harness.collect())).toEqual([`${SUCCESS} 100001`]);
  });

  it.each([
    [2048, 0],
    [2049, 1],
    [5000, 2952],
  ])('of %i timed values keeps 2,048 and counts exactly %i as dropped', async (count, dropped) => {
    const meter = createAuthMeter();
    for (let index = 0; index < count; index += 1) meter.record(TIMED);
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    jest.advanceTimersByTime(1000);

    expect(exportedLines(await harness.collect())).toEqual([
      `${SUCCESS} ${String(count)}`,
      ...(dropped === 0
        ? []
        : [`auth.instrumentation.dropped_events{component=recorder} ${String(dropped)}`]),
      `${DURATIONS} count=2048 sum=2048`,
    ]);
  });

  it('grows by less than a megabyte over 50,000 sources and accounts with ids of 4,000 characters', () => {
    const meter = createAuthMeter({ userIdKey: 'a secret of at least sixteen bytes' });
    const flood = (from: number): void => {
      for (let index = from; index < from + 50_000; index += 1) {
        meter.record({
          ...TIMED,
          outcome: 'failure',
          accountId: `${String(index)} ${'x'.repeat(4000)}`,
          sourceAddress: `10.${String(index >> 8)}.${String(index & 0xff)}.1`,
        });
      }
    };
    flood(0);
    const grownMegabytes = measureHeapMegabytes(() => {
      flood(50_000);
      return meter;
    });

    expect(grownMegabytes).toBeLessThan(1);
  });
});

describe('a provider that is registered late', () => {
  it('is found within a second by itself, with everything counted before it', async () => {
    const meter = createAuthMeter();
    meter.record(TIMED);
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    expect((await harness.collect()).names).toEqual([]);

    jest.advanceTimersByTime(1000);

    expect(exportedLines(await harness.collect())).toEqual([
      `${SUCCESS} 1`,
      `${DURATIONS} count=1 sum=1`,
    ]);
  });

  it('shows the series that start at zero although nothing was ever recorded', async () => {
    createAuthMeter();
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    jest.advanceTimersByTime(1000);

    expect(await harness.points('auth.attempts', { withZeros: true })).toHaveLength(96);
  });

  it('may be replaced while nothing happens: the next one shows its zero series as well', async () => {
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    createAuthMeter();
    const next = createMetricsHarness();
    metrics.disable();
    metrics.setGlobalMeterProvider(next.meterProvider);

    jest.advanceTimersByTime(1000);

    expect(await next.points('auth.attempts', { withZeros: true })).toHaveLength(96);
  });

  it('is not looked for when the provider is given, or recording is off', () => {
    const { meterProvider } = createMetricsHarness();
    createAuthMeter({ meterProvider });
    createAuthMeter({ enabled: false });

    expect(jest.getTimerCount()).toBe(0);
  });

  it('is looked for again when the provider goes away', async () => {
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    const meter = createAuthMeter();
    metrics.disable();
    meter.record(TIMED);
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    jest.advanceTimersByTime(1000);

    expect(exportedLines(await harness.collect())).toEqual([
      `${SUCCESS} 1`,
      `${DURATIONS} count=1 sum=1`,
    ]);
  });

  it('that throws when it is found does not end the process', async () => {
    const meter = createAuthMeter();
    const getMeter = (): never => {
      throw new Error('broken provider');
    };
    metrics.setGlobalMeterProvider({ getMeter });
    expect(() => jest.advanceTimersByTime(1000)).not.toThrow();

    metrics.disable();
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    meter.record(TIMED);

    expect(exportedLines(await harness.collect())).toContain(`${SUCCESS} 1`);
  });
});

// In this order: whoever may stand in cannot be taken back.
describe.each([
  ['where none may stand in for it', false],
  ['where another one may', true],
])('a provider that gives no meter but throws, %s', (_where, hasSubstitute) => {
  const breakProvider = (): void => {
    metrics.disable();
    metrics.setGlobalMeterProvider({
      getMeter: () => {
        throw new Error('broken provider');
      },
    });
  };

  beforeEach(() => {
    if (hasSubstitute) substituteMeterProvider(() => undefined);
  });

  it('costs no observation: what it should have had goes to the next one', async () => {
    const first = createMetricsHarness();
    metrics.setGlobalMeterProvider(first.meterProvider);
    const meter = createAuthMeter({ clock: createFakeClock(0) });
    meter.record(TIMED);
    const record = meter.bind(TIMED);
    breakProvider();
    meter.record(TIMED);
    record();
    meter.startTokenValidation().succeed();
    metrics.disable();
    const next = createMetricsHarness();
    metrics.setGlobalMeterProvider(next.meterProvider);
    record();

    expect(exportedLines(await first.collect())).toEqual([
      `${SUCCESS} 1`,
      `${DURATIONS} count=1 sum=1`,
    ]);
    expect([...exportedLines(await next.collect())].sort()).toEqual([
      `${SUCCESS} 3`,
      'auth.instrumentation.failures{component=recorder} 1',
      `${DURATIONS} count=3 sum=3`,
      'auth.token.validation.duration.seconds{outcome=success} count=1 sum=0',
      'auth.token.validations{outcome=success,token_type=access} 1',
    ]);
  });

  it('reaches the host neither by a call nor by a timer', () => {
    breakProvider();

    expect(() => {
      const meter = createAuthMeter();
      meter.bind(TIMED)();
      meter.startTokenValidation().succeed();
      jest.advanceTimersByTime(3000);
    }).not.toThrow();
  });
});

describe('what fails inside Authmeter', () => {
  it.each([
    [
      'a rule of the host',
      (meter: AuthMeter) => {
        meter.record({ kind: 'error', operation: 'login', error: new Error('no') });
      },
    ],
    [
      'a callback of the host',
      (meter: AuthMeter) => {
        meter.guard('error_rules', () => {
          throw new Error('callback');
        });
      },
    ],
  ])('is counted under the provider that is registered then: %s', async (_what, fail) => {
    const [left, next] = [createMetricsHarness(), createMetricsHarness()];
    metrics.setGlobalMeterProvider(left.meterProvider);
    const meter = createAuthMeter({
      errorRules: [
        () => {
          throw new Error('rule');
        },
      ],
    });
    metrics.disable();
    metrics.setGlobalMeterProvider(next.meterProvider);
    await left.meterProvider.shutdown();
    fail(meter);

    expect(exportedLines(await next.collect())).toContain(
      'auth.instrumentation.failures{component=error_rules} 1',
    );
  });
});

describe('a provider that is left', () => {
  it('is given what was counted under it, also when only it is collected afterwards', async () => {
    const first = createMetricsHarness();
    metrics.setGlobalMeterProvider(first.meterProvider);
    const meter = createAuthMeter();
    meter.record(TIMED);
    metrics.disable();
    const second = createMetricsHarness();
    metrics.setGlobalMeterProvider(second.meterProvider);

    expect(exportedLines(await first.collect())).toEqual([
      `${SUCCESS} 1`,
      `${DURATIONS} count=1 sum=1`,
    ]);
    expect(exportedLines(await second.collect())).toEqual([]);
    meter.record(TIMED);
    expect(exportedLines(await second.collect())).toEqual([
      `${SUCCESS} 1`,
      `${DURATIONS} count=1 sum=1`,
    ]);
    expect(exportedLines(await first.collect())).toEqual([
      `${SUCCESS} 1`,
      `${DURATIONS} count=1 sum=1`,
    ]);
  });

  it('is not called back any more', async () => {
    const first = createMetricsHarness();
    const removed = jest.spyOn(
      first.meterProvider.getMeter(SCOPE_NAME, VERSION),
      'removeBatchObservableCallback',
    );
    metrics.setGlobalMeterProvider(first.meterProvider);
    const meter = createAuthMeter();
    await first.collect();
    expect(removed).not.toHaveBeenCalled();

    metrics.disable();
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    meter.record(TIMED);

    expect(removed).toHaveBeenCalledTimes(1);
  });

  it('does not take the birth of a source from the next one by being collected once more', async () => {
    const failed = { kind: 'attempt', outcome: 'failure', sourceAddress: '203.0.113.9' } as const;
    const first = createMetricsHarness();
    metrics.setGlobalMeterProvider(first.meterProvider);
    const meter = createAuthMeter();
    meter.record(failed);
    metrics.disable();
    const second = createMetricsHarness();
    metrics.setGlobalMeterProvider(second.meterProvider);
    await first.collect();

    const attributes = { ip_address: '203.0.113.0' };
    const points = () => second.points('auth.source.failures', { withZeros: true });
    expect(await points()).toEqual([{ attributes, value: 0 }]);
    expect(await points()).toEqual([{ attributes, value: 1 }]);
  });

  it('loses no failure of a new source, which is born again at zero under the next one', async () => {
    const failed = { kind: 'attempt', outcome: 'failure', sourceAddress: '203.0.113.9' } as const;
    metrics.setGlobalMeterProvider(createMetricsHarness().meterProvider);
    const meter = createAuthMeter();
    meter.record(failed);
    metrics.disable();
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    meter.record(failed);

    const attributes = { ip_address: '203.0.113.0' };
    const points = () => harness.points('auth.source.failures', { withZeros: true });
    expect(await points()).toEqual([{ attributes, value: 0 }]);
    expect(await points()).toEqual([{ attributes, value: 2 }]);
  });
});
