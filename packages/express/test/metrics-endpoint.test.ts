import { observeApp } from '@authmeter/adapter-contract';
import { createAuthMeter, type MetricsAccessOptions } from '@authmeter/core';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { authMetrics, metricsEndpoint, type ExpressRequest } from '../src';
import { EXPRESS_VERSIONS, express5, type CreateExpressApp } from './express-versions';

type Access = MetricsAccessOptions<ExpressRequest>;

const BEARER = 'a-token-for-the-scraper';
const BASIC = { username: 'prométheus', password: 'pässwört: ✓' };
const LARGE_HEADERS = { server: { maxHeaderSize: 256 * 1024 } };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

/** Serves the metrics of a meter of its own and asks for them once. */
function scrape(createApp: CreateExpressApp, access: Access, init: RequestInit = {}) {
  return observeApp(
    (meter) => {
      const exporter = new PrometheusExporter({ preventServerStart: true });
      const scraped = createAuthMeter({
        meterProvider: new MeterProvider({ readers: [exporter] }),
      });
      scraped.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
      const app = createApp();
      app.use(authMetrics(meter));
      app.use('/metrics', metricsEndpoint(exporter, access));
      return app;
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
    LARGE_HEADERS,
  );
}

const presenting = (authorization: string): RequestInit => ({ headers: { authorization } });

describe.each(EXPRESS_VERSIONS)('metricsEndpoint on %s', (_name, createApp) => {
  it.each<readonly [string, Access, RequestInit]>([
    ['Basic credentials', { basicAuth: BASIC }, presenting(basic('prométheus:pässwört: ✓'))],
    ['a bearer token', { bearer: BEARER }, presenting(`Bearer ${BEARER}`)],
    ["a decision of the host's", { allow: async () => true }, {}],
  ])('serves the metrics by %s, which is no attempt', async (_way, access, init) => {
    const { result, points } = await scrape(createApp, access, init);

    expect(result.status).toBe(200);
    expect(result.body).toMatch(/^auth_attempts_total\{outcome="success",method="jwt".*\} 1$/m);
    expect(points(ATTEMPTS)).toEqual([]);
  });
});

const REFUSED: readonly (readonly [string, Access, RequestInit, challenge: string])[] = [
  ['no credentials', { basicAuth: BASIC }, {}, 'Basic realm="metrics"'],
  [
    'a wrong password',
    { basicAuth: BASIC },
    presenting(basic('prométheus:x')),
    'Basic realm="metrics"',
  ],
  ['no separator', { basicAuth: BASIC }, presenting(basic('prométheus')), 'Basic realm="metrics"'],
  ['no base64', { basicAuth: BASIC }, presenting('Basic %%%'), 'Basic realm="metrics"'],
  ['no value', { basicAuth: BASIC }, presenting('Basic'), 'Basic realm="metrics"'],
  ['another scheme', { basicAuth: BASIC }, presenting(`Bearer ${BEARER}`), 'Basic realm="metrics"'],
  [
    '64 KB of Basic',
    { basicAuth: BASIC },
    presenting(basic('a'.repeat(65_536))),
    'Basic realm="metrics"',
  ],
  ['a wrong token', { bearer: BEARER }, presenting('Bearer wrong'), 'Bearer realm="metrics"'],
  ['half a token', { bearer: BEARER }, presenting('Bearer a-token-for'), 'Bearer realm="metrics"'],
  [
    '64 KB of token',
    { bearer: BEARER },
    presenting(`Bearer ${BEARER.repeat(3000)}`),
    'Bearer realm="metrics"',
  ],
];

describe('metricsEndpoint', () => {
  it.each(REFUSED)('refuses %s with a challenge and shows nothing', async (...row) => {
    const [, access, init, challenge] = row;
    const { result } = await scrape(express5, access, init);

    expect(result).toEqual({ status: 401, challenge, allow: null, body: '' });
  });

  it.each<readonly [string, Access]>([
    ['says no', { allow: () => false }],
    ['answers what is no yes', { allow: (() => 'yes') as never }],
    [
      'throws',
      {
        allow: () => {
          throw new Error('no');
        },
      },
    ],
    ['rejects', { allow: () => Promise.reject(new Error('no')) }],
  ])('refuses without a challenge where the host %s', async (_how, access) => {
    const { result } = await scrape(express5, access);

    expect(result).toEqual({ status: 403, challenge: null, allow: null, body: '' });
  });

  it('counts a refused scrape as the failed attempt that it is', async () => {
    const { points } = await scrape(express5, { basicAuth: BASIC }, presenting(basic('a:b')));

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

  it.each(['POST', 'PUT', 'DELETE'])('answers 405 to %s', async (method) => {
    const { result, points } = await scrape(express5, { allow: () => true }, { method });

    expect(result).toMatchObject({ status: 405, allow: 'GET, HEAD', body: '' });
    expect(points(ATTEMPTS)).toEqual([]);
  });

  it('answers HEAD without a body', async () => {
    const { result } = await scrape(express5, { allow: () => true }, { method: 'HEAD' });

    expect(result).toMatchObject({ status: 200, body: '' });
  });

  it('answers what the exporter says after it was shut down', async () => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const provider = new MeterProvider({ readers: [exporter] });
    await provider.shutdown();

    const { result } = await observeApp(
      () => express5().use(metricsEndpoint(exporter, { allow: () => true })),
      async (url) => {
        const response = await fetch(url);
        return { status: response.status, body: await response.text() };
      },
    );

    expect(result).toEqual({
      status: 200,
      body: '# failed to export metrics: Error: MetricReader is shutdown',
    });
  });
});
