import { createFakeClock, createMetricsHarness } from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import { createAuthMeter, type AuthMeter } from '../../src/auth-meter';
import type { AuthObserver, CountedObservation } from '../../src/model/auth-observer';
import { createMeasuredMeter, exportedLines, type MeasuredMeter } from './measured-meter';

/** The most verifications that are kept in a batch. */
const BATCH = 128;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
});

afterEach(() => {
  jest.useRealTimers();
  metrics.disable();
});

/** Verifies good tokens outside of any request, in no time. */
function verify(meter: AuthMeter, times: number): void {
  for (let index = 0; index < times; index += 1) meter.startTokenValidation().succeed();
}

function linesOfVerified(times: number): readonly string[] {
  return [
    `auth.token.validation.duration.seconds{outcome=success} count=${String(times)} sum=0`,
    `auth.token.validations{outcome=success,token_type=access} ${String(times)}`,
  ];
}

describe('verifications that are counted in batches', () => {
  it.each([1, BATCH - 1, BATCH, BATCH + 1, 1000])(
    'are exported one by one, all %i of them',
    async (times) => {
      const { meter, lines } = createMeasuredMeter();
      verify(meter, times);

      expect(await lines()).toEqual(linesOfVerified(times));
    },
  );

  it('are exported at once where everything goes to the SDK directly', async () => {
    const { meter, lines } = createMeasuredMeter({ recording: 'direct' });
    verify(meter, 3);

    expect(await lines()).toEqual(linesOfVerified(3));
  });

  it('keep the time that each of them took', async () => {
    const { meter, clock, harness } = createMeasuredMeter();
    for (let index = 0; index < BATCH + 2; index += 1) {
      const validation = meter.startTokenValidation();
      clock.advance(index < BATCH ? 1000 : 2000);
      validation.succeed();
    }

    expect(exportedLines(await harness.collect())).toContain(
      'auth.token.validation.duration.seconds{outcome=success} count=130 sum=132',
    );
  });

  it('reach every reader once, cumulative and delta', async () => {
    const readers = { readers: ['cumulative', 'delta'] } as const;
    const { meter, harness } = createMeasuredMeter({}, readers);
    verify(meter, 2);
    const first = exportedLines(await harness.collect(1));
    verify(meter, 3);

    expect(first).toEqual(linesOfVerified(2));
    expect(exportedLines(await harness.collect(1))).toEqual(linesOfVerified(3));
    expect(exportedLines(await harness.collect(0))).toEqual(linesOfVerified(5));
  });

  it('belong to the provider that was registered when they were verified', async () => {
    const [before, after] = [createMetricsHarness(), createMetricsHarness()];
    const meter = createAuthMeter({ clock: createFakeClock(0) });
    metrics.setGlobalMeterProvider(before.meterProvider);
    verify(meter, 2);
    metrics.disable();
    metrics.setGlobalMeterProvider(after.meterProvider);
    verify(meter, 3);

    expect(exportedLines(await after.collect())).toEqual(linesOfVerified(3));
    expect(exportedLines(await before.collect())).toEqual(linesOfVerified(2));
  });

  it('wait for a provider that is registered later', async () => {
    const meter = createAuthMeter({ clock: createFakeClock(0) });
    verify(meter, BATCH + 2);
    const harness = createMetricsHarness();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    verify(meter, 1);

    expect(exportedLines(await harness.collect())).toEqual(linesOfVerified(BATCH + 3));
  });

  it('are handed over once by a flush and the collection after it', async () => {
    const { meter, harness } = createMeasuredMeter();
    verify(meter, 2);
    await harness.meterProvider.forceFlush();

    expect(exportedLines(await harness.collect())).toEqual(linesOfVerified(2));
  });
});

describe('somebody who listens to verifications', () => {
  const listening = (
    listensIn?: AuthObserver['listensIn'],
  ): MeasuredMeter & { heard: unknown[] } => {
    const heard: CountedObservation[] = [];
    const observe = (told: CountedObservation) => void heard.push(told);
    const observers = [listensIn === undefined ? { observe } : { observe, listensIn }];
    return { ...createMeasuredMeter({ observers }), heard };
  };

  it.each([
    ['everywhere', undefined],
    ['here', () => true],
    [
      'who cannot say where',
      () => {
        throw new Error('no answer');
      },
    ],
  ])('%s is told each at once', (_where, listensIn) => {
    const { meter, heard } = listening(listensIn);
    verify(meter, 2);

    expect(heard).toHaveLength(2);
  });

  it('who cannot even be asked does not reach the host', () => {
    const observer = {
      observe: () => undefined,
      get listensIn(): never {
        throw new Error('hostile');
      },
    };
    const { meter } = createMeasuredMeter({ observers: [observer] });

    expect(() => {
      verify(meter, 1);
    }).not.toThrow();
  });

  it('elsewhere is told nothing, and they are counted all the same', async () => {
    const { meter, heard, lines } = listening(() => false);
    verify(meter, 2);

    expect(heard).toEqual([]);
    expect(await lines()).toEqual(linesOfVerified(2));
  });

  it('elsewhere is told failures: they are not so frequent', () => {
    const { meter, heard } = listening(() => false);
    meter.startTokenValidation().fail(new Error('jwt expired'));

    expect(heard).toHaveLength(1);
  });
});
