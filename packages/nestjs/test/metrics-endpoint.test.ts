import { ATTEMPTS } from '@authmeter/core/conventions';
import { createAuthMeter } from '@authmeter/core';
import { Controller, Get, UnauthorizedException, type CanActivate } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { failure, observeNest, PLATFORMS } from './observe-nest';
import type { MetricsEndpointOptions } from '../src';

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

describe.each(PLATFORMS)('the metrics endpoint on %s', (_name, createAdapter) => {
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

  it('demands its own credentials', async () => {
    const { result, points } = await scrape(presenting('a-token-of-a-user-s'));

    expect(result).toEqual({ status: 401, challenge: 'Bearer realm="metrics"', body: '' });
    expect(points(ATTEMPTS)).toEqual(failure('jwt', 'invalid_format', 'invalid_format'));
  });

  it('answers 500 where the exporter fails, and does not end the process', async () => {
    const exporter = {
      getMetricsRequestHandler: () => {
        throw new Error('the exporter failed');
      },
    };

    const { result } = await observeNest(
      LOCKED,
      async (url) => (await fetch(`${url}/metrics`)).status,
      { createAdapter, module: () => ({ endpoint: { exporter, allow: () => true } }) },
    );

    expect(result).toBe(500);
  });

  it('answers 405 to what does not read', async () => {
    const { result } = await scrape({ method: 'POST', ...presenting(BEARER) });

    expect(result).toMatchObject({ status: 405, body: '' });
  });
});
