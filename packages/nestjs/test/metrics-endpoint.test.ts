import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeMetricsEndpoint } from '@authmeter/adapter-contract';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { createAuthMeter } from '@authmeter/core';
import { Controller, Get, UnauthorizedException, type CanActivate } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { AuthMetricsModule, type MetricsEndpointOptions } from '../src';
import { observeNest, PLATFORMS } from './observe-nest';

const BEARER = 'a-token-for-the-scraper';
const presenting = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

class RefuseAll implements CanActivate {
  canActivate(): never {
    throw new UnauthorizedException();
  }
}

@Controller()
class Routes {
  @Get()
  serve(): string {
    return 'served';
  }
}

const LOCKED = {
  controllers: [Routes],
  providers: [{ provide: APP_GUARD, useClass: RefuseAll }],
};

describe.each(PLATFORMS)('on %s', (name, createAdapter) => {
  describeMetricsEndpoint(name, async (meter, exporter, access) => {
    const metrics = AuthMetricsModule.forRoot({ meter, endpoint: { exporter, ...access } });
    const root = { ...LOCKED, module: class RootModule {}, imports: [metrics] };
    const app = await NestFactory.create(root, createAdapter(), { logger: false });
    await app.listen(0, '127.0.0.1');
    const server = app.getHttpServer() as Server;
    return { port: (server.address() as AddressInfo).port, close: () => app.close() };
  });

  /** Asks once for the metrics of an app whose every route is locked, with a global prefix. */
  const scrape = (init: RequestInit, path?: string) => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const scraped = createAuthMeter({ meterProvider: new MeterProvider({ readers: [exporter] }) });
    scraped.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    const endpoint: MetricsEndpointOptions = {
      exporter,
      bearer: BEARER,
      ...(path === undefined ? {} : { path }),
    };
    return observeNest(
      LOCKED,
      async (url) => {
        const response = await fetch(url + (path ?? '/metrics'), init);
        const challenge = response.headers.get('www-authenticate');
        return { status: response.status, challenge, body: await response.text() };
      },
      {
        createAdapter,
        module: () => ({ endpoint }),
        prepare: (app) => app.setGlobalPrefix('api'),
      },
    );
  };

  it.each([undefined, '/internal/metrics'])(
    'is not locked out by a guard of the whole app, and a scrape is no attempt: %s',
    async (path) => {
      const { result, points } = await scrape(presenting(BEARER), path);

      expect(result.status).toBe(200);
      expect(result.body).toMatch(/^auth_attempts_total\{outcome="success",method="jwt".*\} 1$/m);
      expect(points(ATTEMPTS)).toEqual([]);
    },
  );
});
