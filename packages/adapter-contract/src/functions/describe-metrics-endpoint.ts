import {
  createAuthMeter,
  type AuthMeter,
  type MetricsAccessOptions,
  type MetricsExporter,
} from '@authmeter/core';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { ContractServer } from '../server/contract-server';
import { failedPoint } from './failed-point';

type Access = MetricsAccessOptions<unknown>;

/** Starts an app that an adapter observes and that serves the metrics at `/metrics`. */
export type StartMetricsServer = (
  meter: AuthMeter,
  exporter: MetricsExporter,
  access: Access,
) => Promise<ContractServer>;

const BEARER = 'a-token-for-the-scraper';
const BASIC = { username: 'prométheus', password: 'pässwört: ✓' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const presenting = (authorization: string): RequestInit => ({ headers: { authorization } });

const ADMITTED: readonly (readonly [string, Access, RequestInit])[] = [
  ['Basic credentials', { basicAuth: BASIC }, presenting(basic('prométheus:pässwört: ✓'))],
  ['a bearer token', { bearer: BEARER }, presenting(`Bearer ${BEARER}`)],
  ["a decision of the host's", { allow: () => Promise.resolve(true) }, {}],
];

const ASK_BASIC = 'Basic realm="metrics"';
const ASK_BEARER = 'Bearer realm="metrics"';
const REFUSED: readonly (readonly [string, Access, RequestInit, challenge: string])[] = [
  ['no credentials', { basicAuth: BASIC }, {}, ASK_BASIC],
  ['a wrong password', { basicAuth: BASIC }, presenting(basic('prométheus:x')), ASK_BASIC],
  ['no separator', { basicAuth: BASIC }, presenting(basic('prométheus')), ASK_BASIC],
  ['no base64', { basicAuth: BASIC }, presenting('Basic %%%'), ASK_BASIC],
  ['no value', { basicAuth: BASIC }, presenting('Basic'), ASK_BASIC],
  ['another scheme', { basicAuth: BASIC }, presenting(`Bearer ${BEARER}`), ASK_BASIC],
  ['8 KB of Basic', { basicAuth: BASIC }, presenting(basic('a'.repeat(6000))), ASK_BASIC],
  ['a wrong token', { bearer: BEARER }, presenting('Bearer wrong'), ASK_BEARER],
  ['half a token', { bearer: BEARER }, presenting('Bearer a-token-for'), ASK_BEARER],
  ['8 KB of token', { bearer: BEARER }, presenting(`Bearer ${BEARER.repeat(340)}`), ASK_BEARER],
];

const FORBIDDEN: readonly (readonly [string, Access])[] = [
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
];

/** Describes who may read the metrics of an app, and that nobody who reads them is counted. */
export function describeMetricsEndpoint(adapterName: string, start: StartMetricsServer): void {
  /** Asks once for the metrics. */
  const scrape = async (access: Access, init: RequestInit = {}, broken?: MetricsExporter) => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const meterProvider = new MeterProvider({ readers: [exporter] });
    const scraped = createAuthMeter({ meterProvider });
    scraped.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    const harness = createMetricsHarness();
    const meter = createAuthMeter({ meterProvider: harness.meterProvider });
    const server = await start(meter, broken ?? exporter, access);
    try {
      const response = await fetch(`http://127.0.0.1:${String(server.port)}/metrics`, init);
      const { status, headers } = response;
      const challenge = headers.get('www-authenticate');
      const result = {
        status,
        challenge,
        allow: headers.get('allow'),
        body: await response.text(),
      };
      await server.close();
      return { result, attempts: await harness.points(ATTEMPTS.name) };
    } finally {
      await server.close().catch(() => undefined);
    }
  };

  describe(`the metrics endpoint on ${adapterName}`, () => {
    it.each(ADMITTED)('serves the metrics by %s, which is no attempt', async (...row) => {
      const [, access, init] = row;
      const { result, attempts } = await scrape(access, init);

      expect(result.status).toBe(200);
      expect(result.body).toMatch(/^auth_attempts_total\{outcome="success",method="jwt".*\} 1$/m);
      expect(attempts).toEqual([]);
    });

    it.each(REFUSED)('refuses %s with a challenge and shows nothing', async (...row) => {
      const [, access, init, challenge] = row;
      const { result } = await scrape(access, init);

      expect(result).toEqual({ status: 401, challenge, allow: null, body: '' });
    });

    it.each(FORBIDDEN)('refuses without a challenge where the host %s', async (_how, access) => {
      const { result } = await scrape(access);

      expect(result).toEqual({ status: 403, challenge: null, allow: null, body: '' });
    });

    it('counts a refused scrape as the failed attempt that it is', async () => {
      const { attempts } = await scrape({ basicAuth: BASIC }, presenting(basic('a:b')));

      expect(attempts).toEqual(failedPoint('invalid_credentials', 'invalid_credentials', 'basic'));
    });

    it.each(['POST', 'PUT', 'DELETE'])('answers 405 to %s', async (method) => {
      const { result, attempts } = await scrape({ allow: () => true }, { method });

      expect(result).toMatchObject({ status: 405, allow: 'GET, HEAD', body: '' });
      expect(attempts).toEqual([]);
    });

    it('answers HEAD without a body', async () => {
      const { result } = await scrape({ allow: () => true }, { method: 'HEAD' });

      expect(result).toMatchObject({ status: 200, body: '' });
    });

    it('answers 500 where the exporter fails, and does not end the process', async () => {
      const { result } = await scrape(
        { allow: () => true },
        {},
        {
          getMetricsRequestHandler: () => {
            throw new Error('the exporter failed');
          },
        },
      );

      expect(result).toMatchObject({ status: 500, body: '' });
    });
  });
}
