import { observeApp } from '@authmeter/adapter-contract';
import { createAuthMeter, type MetricsAccessOptions } from '@authmeter/core';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type Koa from 'koa';
import mount from 'koa-mount';
import { authMetrics, metricsEndpoint } from '../src';
import { KOA_VERSIONS, Koa3, listenerOf, type KoaClass } from './koa-versions';

type Access = MetricsAccessOptions<Koa.Context>;

const BEARER = 'a-token-for-the-scraper';
const BASIC = { username: 'prometheus', password: 'pässwört: ✓' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const presenting = (authorization: string): RequestInit => ({ headers: { authorization } });

/** Serves the metrics of a meter of its own and asks for them once. */
function scrape(App: KoaClass, access: Access, init: RequestInit = {}) {
  return observeApp(
    (meter) => {
      const exporter = new PrometheusExporter({ preventServerStart: true });
      const meterProvider = new MeterProvider({ readers: [exporter] });
      createAuthMeter({ meterProvider }).record({
        kind: 'attempt',
        outcome: 'success',
        method: 'jwt',
      });
      const endpoint = mount('/metrics', metricsEndpoint(exporter, access));
      return listenerOf(App, authMetrics(meter), endpoint);
    },
    async (url) => {
      const response = await fetch(`${url}/metrics`, init);
      return {
        status: response.status,
        challenge: response.headers.get('www-authenticate'),
        allow: response.headers.get('allow'),
        body: await response.text(),
      };
    },
  );
}

describe.each(KOA_VERSIONS)('metricsEndpoint on %s', (_name, App) => {
  it.each<readonly [string, Access, RequestInit]>([
    ['Basic credentials', { basicAuth: BASIC }, presenting(basic('prometheus:pässwört: ✓'))],
    ['a bearer token', { bearer: BEARER }, presenting(`Bearer ${BEARER}`)],
    ["a decision of the host's", { allow: async (ctx) => ctx.path === '/' }, {}],
  ])('serves the metrics by %s, which is no attempt', async (_way, access, init) => {
    const { result, points } = await scrape(App, access, init);

    expect(result.status).toBe(200);
    expect(result.body).toMatch(/^auth_attempts_total\{outcome="success",method="jwt".*\} 1$/m);
    expect(points(ATTEMPTS)).toEqual([]);
  });

  it.each<readonly [string, Access, number, string | null]>([
    ['no credentials', { basicAuth: BASIC }, 401, 'Basic realm="metrics"'],
    ['no token', { bearer: BEARER }, 401, 'Bearer realm="metrics"'],
    ["a no of the host's", { allow: () => false }, 403, null],
    ["a rejection of the host's", { allow: () => Promise.reject(new Error('no')) }, 403, null],
  ])('refuses %s and shows nothing', async (_what, access, status, challenge) => {
    const { result } = await scrape(App, access);

    expect(result).toEqual({ status, challenge, allow: null, body: '' });
  });

  it('answers 405 to POST', async () => {
    const { result, points } = await scrape(App, { allow: () => true }, { method: 'POST' });

    expect(result).toEqual({ status: 405, challenge: null, allow: 'GET, HEAD', body: '' });
    expect(points(ATTEMPTS)).toEqual([]);
  });

  it('answers HEAD without a body', async () => {
    const { result } = await scrape(App, { allow: () => true }, { method: 'HEAD' });

    expect(result).toMatchObject({ status: 200, body: '' });
  });
});

describe('metricsEndpoint', () => {
  it('counts a refused scrape as the failed attempt that it is', async () => {
    const { points } = await scrape(Koa3, { basicAuth: BASIC }, presenting(basic('a:b')));

    expect(points(ATTEMPTS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'invalid_credentials',
          reason: 'invalid_credentials',
          method: 'basic',
        },
        value: 1,
      },
    ]);
  });
});
