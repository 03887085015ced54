import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { get, VALID } from '@authmeter/adapter-contract';
import { AuthmeterOptionError, createAuthMeter } from '@authmeter/core';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import { Body, Controller, Get, Injectable, Post, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { AuthMetricsModule, InjectAuthMeter, type AuthMetricsModuleOptions } from '../src';
import { failure, observeNest, PLATFORMS, success } from './observe-nest';

@Controller()
class Routes {
  constructor(@InjectAuthMeter() private readonly meter: ReturnType<typeof createAuthMeter>) {}

  @Get()
  serve(): string {
    return 'served';
  }

  @Post('login')
  async login(@Body() body: { readonly name?: string }): Promise<string> {
    return this.meter.observe('login', { method: 'otp' }, async () => String(body.name));
  }
}

/** Serves the module on a testing app, asks once with a valid token, and gives what was counted. */
async function attemptsOf(metrics: DynamicModule, harness = createMetricsHarness()) {
  const testing = await Test.createTestingModule({
    imports: [metrics],
    controllers: [Routes],
  }).compile();
  const app = testing.createNestApplication();
  await app.listen(0, '127.0.0.1');
  const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
  await get(VALID, '/')(`http://127.0.0.1:${String(port)}`);
  await app.close();
  return (await harness.collect()).points(ATTEMPTS.name);
}

describe('AuthMetricsModule', () => {
  it('observes an app that a testing module makes, once', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });

    const attempts = await attemptsOf(AuthMetricsModule.forRoot({ meter }), harness);

    expect(attempts).toEqual(success('jwt'));
  });

  it('takes its options from what a factory injects', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    @Injectable()
    class Config {
      readonly method = 'passkey';
    }
    const metrics = AuthMetricsModule.forRootAsync({
      imports: [{ module: class ConfigModule {}, providers: [Config], exports: [Config] }],
      inject: [Config],
      useFactory: async ({ method }: Config) => ({ meter, identify: () => ({ method }) }),
    });

    const attempts = await attemptsOf(metrics, harness);

    expect(attempts).toEqual(success('passkey'));
  });

  it('takes its options from a class', async () => {
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    class Options {
      create(): AuthMetricsModuleOptions {
        return { meter };
      }
    }

    const attempts = await attemptsOf(
      AuthMetricsModule.forRootAsync({ useClass: Options }),
      harness,
    );

    expect(attempts).toEqual(success('jwt'));
  });

  it('stands in an app that serves nothing', async () => {
    const meter = createAuthMeter({ enabled: false });
    const app = await NestFactory.createApplicationContext(AuthMetricsModule.forRoot({ meter }), {
      logger: false,
      abortOnError: false,
    });

    await expect(app.close()).resolves.toBeUndefined();
  });

  it.each<readonly [string, unknown]>([
    ['operation', { operation: {} }],
    ['trustedHops', { trustedHops: -1 }],
    ['access', { endpoint: { exporter: {} } }],
    ['checks', { health: { checks: { database: true } } }],
  ])('refuses %s at set-up where it cannot be used', (option, wrong) => {
    let thrown: unknown;
    try {
      AuthMetricsModule.forRoot(wrong as never);
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(AuthmeterOptionError);
    expect(thrown).toMatchObject({ owner: 'AuthMetricsModule', option });
  });

  it('refuses what a factory gives when the app is made', async () => {
    const metrics = AuthMetricsModule.forRootAsync({ useFactory: () => ({ trustedHops: -1 }) });

    await expect(attemptsOf(metrics)).rejects.toThrow(AuthmeterOptionError);
  });

  it('observes what a middleware of the app answers, on Express', async () => {
    const { result, points } = await observeNest({ controllers: [Routes] }, get(VALID, '/'), {
      prepare: (app) => {
        app.use((_request: unknown, response: Server & { statusCode: number; end(): void }) => {
          response.statusCode = 429;
          response.end();
        });
      },
    });

    expect(result).toEqual([429]);
    expect(points(ATTEMPTS)).toEqual(failure('jwt', 'rate_limited', 'rate_limited'));
  });
});

describe.each(PLATFORMS)('AuthMetricsModule on %s', (_name, createAdapter) => {
  it('finds the request again behind a body that took a while', async () => {
    const play = async (url: string) => {
      const response = await fetch(`${url}/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'x'.repeat(90_000) }),
      });
      return (await response.text()).length;
    };

    const { result, points } = await observeNest({ controllers: [Routes] }, play, {
      createAdapter,
    });

    expect(result).toBe(90_000);
    expect(points(ATTEMPTS)).toEqual(success('otp'));
  });
});
