import { createMetricsHarness, type MetricsSdk } from '@authmeter/testkit';
import * as sdk3 from '@opentelemetry/sdk-metrics';
import { DataPointType } from '@opentelemetry/sdk-metrics';
import * as sdk2 from 'sdk-metrics-2';
import {
  ATTEMPTS,
  METRIC_CATALOGUE,
  SESSIONS_ACTIVE,
  TOKEN_AGE,
  USERS_ACTIVE,
  type MetricDefinition,
} from '../../src/conventions';
import { SdkInstruments, type InstrumentNaming } from '../../src/instruments/sdk-instruments';

const DOTTED: InstrumentNaming = { namespace: undefined, instrumentNames: 'otel' };

const SDK_LINES: readonly (readonly [line: string, sdk: MetricsSdk])[] = [
  ['3.1', sdk3],
  ['2.12', sdk2 as unknown as MetricsSdk],
];

function setUp(naming = DOTTED, sdk: MetricsSdk = sdk3) {
  const harness = createMetricsHarness({ sdk });
  return { harness, instruments: new SdkInstruments(harness.meterProvider.getMeter('t'), naming) };
}

// Authmeter hands its counts over in a batch callback; they would be one collection late in any other order.
describe.each(SDK_LINES)('the SDK line %s', (_line, sdk) => {
  it('runs batch callbacks before it reads the storages of synchronous instruments', async () => {
    const { harness, instruments } = setUp(DOTTED, sdk);
    const counter = instruments.counter(ATTEMPTS);
    const histogram = instruments.histogram(TOKEN_AGE);
    instruments.onCollect(() => {
      counter.add(1, { method: 'jwt' });
      histogram.record(90, { method: 'jwt' });
    }, [USERS_ACTIVE]);

    const snapshot = await harness.collect();

    expect(snapshot.points('auth.attempts')).toEqual([{ attributes: { method: 'jwt' }, value: 1 }]);
    expect(snapshot.distributions('auth.token.age.seconds')).toHaveLength(1);
  });

  it('reads an instrument that was first made inside the callback too', async () => {
    const { harness, instruments } = setUp(DOTTED, sdk);
    instruments.onCollect(() => {
      instruments.counter(ATTEMPTS).add(1);
    }, [USERS_ACTIVE]);

    expect(await harness.points('auth.attempts')).toEqual([{ attributes: {}, value: 1 }]);
  });

  it('sums what a view leaves equal, because the counter is a synchronous one', async () => {
    const harness = createMetricsHarness({
      sdk,
      views: [
        {
          instrumentName: 'auth.attempts',
          attributesProcessors: [sdk3.createDenyListAttributesProcessor(['reason'])],
        },
      ],
    });
    const instruments = new SdkInstruments(harness.meterProvider.getMeter('t'), DOTTED);
    instruments.onCollect(() => {
      instruments.counter(ATTEMPTS).add(10, { outcome: 'failure', reason: 'expired_token' });
      instruments.counter(ATTEMPTS).add(5, { outcome: 'failure', reason: 'unknown' });
    }, [USERS_ACTIVE]);

    expect(await harness.points('auth.attempts')).toEqual([
      { attributes: { outcome: 'failure' }, value: 15 },
    ]);
  });
});

describe('SdkInstruments', () => {
  it('makes each instrument with the name, unit, description and kind of its definition', async () => {
    const { harness, instruments } = setUp();
    instruments.onCollect(
      (result) => {
        for (const definition of METRIC_CATALOGUE) recordOnce(definition, instruments, result);
      },
      [USERS_ACTIVE, ...METRIC_CATALOGUE.filter(({ kind }) => kind === 'gauge')],
    );

    const snapshot = await harness.collect();

    const expected = METRIC_CATALOGUE.map(({ name, unit, description, kind }) => ({
      name,
      unit,
      description,
      kind,
    }));
    const made = METRIC_CATALOGUE.map(({ name }) => {
      const metric = snapshot.metric(name);
      const isSum = metric?.dataPointType === DataPointType.SUM;
      const kindOfSum = isSum && metric.isMonotonic ? 'counter' : 'upDownCounter';
      const kindOfPoint = metric?.dataPointType === DataPointType.HISTOGRAM ? 'histogram' : 'gauge';
      return {
        name: metric?.descriptor.name,
        unit: metric?.descriptor.unit,
        description: metric?.descriptor.description,
        kind: isSum ? kindOfSum : kindOfPoint,
      };
    });
    expect(made).toEqual(expected);
    expect(snapshot.names).toHaveLength(38);
  });

  it('gives a histogram its bounds as advice', async () => {
    const { harness, instruments } = setUp();
    instruments.histogram(TOKEN_AGE).record(90);

    const [point] = await harness.distributions('auth.token.age.seconds');
    expect(point?.value.boundaries).toEqual([60, 300, 900, 1800, 3600, 7200, 14400, 28800, 86400]);
  });

  it.each([
    [{ namespace: 'compozy', instrumentNames: 'otel' }, 'compozy.auth.attempts'],
    [{ namespace: undefined, instrumentNames: 'prometheus' }, 'auth_attempts_total'],
    [{ namespace: 'compozy', instrumentNames: 'prometheus' }, 'compozy_auth_attempts_total'],
  ] as const)('names instruments by %o: %s', async (naming, name) => {
    const { harness, instruments } = setUp(naming);
    instruments.counter(ATTEMPTS).add(1);

    expect((await harness.collect()).names).toEqual([name]);
  });

  it('makes an instrument once', () => {
    const { instruments } = setUp();

    expect(instruments.counter(ATTEMPTS)).toBe(instruments.counter(ATTEMPTS));
    expect(instruments.histogram(TOKEN_AGE)).toBe(instruments.histogram(TOKEN_AGE));
  });

  it('refuses to make an instrument of another kind than the definition says', () => {
    const { instruments } = setUp();

    expect(() => instruments.counter(TOKEN_AGE)).toThrow(
      'auth.token.age.seconds is a histogram, not a counter or upDownCounter',
    );
    expect(() => instruments.histogram(SESSIONS_ACTIVE)).toThrow(
      'auth.sessions.active is a upDownCounter, not a histogram',
    );
  });

  it('calls back no more once it was told to leave', async () => {
    const { harness, instruments } = setUp();
    const callback = jest.fn();
    const leave = instruments.onCollect(callback, [USERS_ACTIVE]);
    await harness.collect();
    leave();
    await harness.collect();

    expect(callback).toHaveBeenCalledTimes(1);
  });
});

type Result = Parameters<Parameters<SdkInstruments['onCollect']>[0]>[0];

function recordOnce(
  definition: MetricDefinition,
  instruments: SdkInstruments,
  result: Result,
): void {
  if (definition.kind === 'gauge') result.observe(instruments.observableGauge(definition), 1);
  else if (definition.kind === 'histogram') instruments.histogram(definition).record(1);
  else instruments.counter(definition).add(1);
}
