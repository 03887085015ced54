import { SECRET, tokenWith } from '@authmeter/adapter-contract';
import { createAuthMeter, getDefaultAuthMeter } from '@authmeter/core';
import { TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import { createMetricsHarness, type MetricsHarness } from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import jsonwebtoken from 'jsonwebtoken';
import { AuthInstrumentation } from '../src';
import { patched } from './patched';

const token = tokenWith();
const jwt = patched('jsonwebtoken', jsonwebtoken);

const verify = (): void => {
  jwt.verify(token, SECRET);
};
const validations = async (harness: MetricsHarness): Promise<number> => {
  const points = await harness.points(TOKEN_VALIDATIONS.name);
  return points.reduce((sum, { value }) => sum + value, 0);
};

describe('AuthInstrumentation', () => {
  const made: AuthInstrumentation[] = [];
  const create = (...config: ConstructorParameters<typeof AuthInstrumentation>) => {
    const instrumentation = new AuthInstrumentation(...config);
    made.push(instrumentation);
    return instrumentation;
  };

  afterEach(() => {
    for (const instrumentation of made.splice(0)) instrumentation.disable();
    metrics.disable();
  });

  it('has a name and a version, and watches for every library', () => {
    const instrumentation = create();

    expect(instrumentation.instrumentationName).toBe('@authmeter/instrumentation');
    expect(instrumentation.instrumentationVersion).toBe('0.1.0');
    const watched = new Set(instrumentation.getModuleDefinitions().map(({ name }) => name));
    expect([...watched]).toEqual([
      'jsonwebtoken',
      'jose',
      'passport',
      'express-jwt',
      'koa-jwt',
      '@nestjs/passport',
      '@nestjs/jwt',
      'express-rate-limit',
      'rate-limiter-flexible',
      'koa-ratelimit',
      'bcrypt',
      'bcryptjs',
      'argon2',
      'openid-client',
    ]);
  });

  it('works as soon as it is made, and not while it is disabled', async () => {
    const harness = createMetricsHarness();
    const instrumentation = create({ meterOptions: { meterProvider: harness.meterProvider } });

    verify();
    instrumentation.disable();
    verify();
    const whileDisabled = await validations(harness);
    instrumentation.enable();
    verify();

    expect(whileDisabled).toBe(1);
    expect(await validations(harness)).toBe(2);
  });

  it('does nothing when it is made disabled', async () => {
    const harness = createMetricsHarness();
    create({ enabled: false, meterOptions: { meterProvider: harness.meterProvider } });

    verify();

    expect(await validations(harness)).toBe(0);
  });

  it('leaves the work to the one that is enabled already', async () => {
    const [first, second] = [createMetricsHarness(), createMetricsHarness()];
    create({ meterOptions: { meterProvider: first.meterProvider } });
    create({ meterOptions: { meterProvider: second.meterProvider } }).disable();

    verify();

    expect([await validations(first), await validations(second)]).toEqual([1, 0]);
  });

  it('makes its meter the default one, so that adapters share it', async () => {
    const harness = createMetricsHarness();
    create({ meterOptions: { meterProvider: harness.meterProvider } });

    getDefaultAuthMeter().startTokenValidation().succeed();

    expect(await validations(harness)).toBe(1);
  });

  it('records through a meter of the host, and leaves the default one alone', async () => {
    const harness = createMetricsHarness();
    const before = getDefaultAuthMeter();
    create({ meter: createAuthMeter({ meterProvider: harness.meterProvider }) });

    verify();

    expect(await validations(harness)).toBe(1);
    expect(getDefaultAuthMeter()).toBe(before);
  });

  it('follows the global provider, whenever it is registered', async () => {
    const harness = createMetricsHarness();
    registerInstrumentations({ instrumentations: [create()] });
    verify();
    metrics.setGlobalMeterProvider(harness.meterProvider);
    verify();

    expect(await validations(harness)).toBe(2);
  });

  it('records through the provider that it is registered with', async () => {
    const [global, own] = [createMetricsHarness(), createMetricsHarness()];
    metrics.setGlobalMeterProvider(global.meterProvider);
    registerInstrumentations({
      instrumentations: [create()],
      meterProvider: own.meterProvider,
    });

    verify();

    expect([await validations(global), await validations(own)]).toEqual([0, 1]);
  });

  it('stays with a meter of the host, whatever provider it is registered with', async () => {
    const [mine, other] = [createMetricsHarness(), createMetricsHarness()];
    const meter = createAuthMeter({ meterProvider: mine.meterProvider });
    registerInstrumentations({
      instrumentations: [create({ meter })],
      meterProvider: other.meterProvider,
    });

    verify();

    expect([await validations(mine), await validations(other)]).toEqual([1, 0]);
  });
});
