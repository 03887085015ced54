import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { createAuthMeter } from '@authmeter/core';
import { AUTH_ERROR_TYPES, ERROR_TYPE_DEFINITIONS } from '@authmeter/core/conventions';
import { describeWithPeers, pollUntil, requirePeer, startPrometheus } from '@authmeter/testkit';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { configurationPath, readRelabelling } from './read-configuration';

const START_MILLISECONDS = 60_000;

interface Served {
  readonly target: string;
  readonly close: () => void;
}

async function serve(listener: Parameters<typeof createServer>[1]): Promise<Served> {
  const server = createServer(listener as () => void);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: `127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

describe('the relabelling of failure reasons', () => {
  it('gives every error type the reason that the conventions give it', () => {
    const steps = readRelabelling('old-service.failure-reason.yml').filter(
      ({ target_label: target }) => target === 'reason',
    );

    const reasonOf = (errorType: string): string[] =>
      steps
        .filter(({ regex }) => new RegExp(`^(?:${regex})$`).test(errorType))
        .map(({ replacement }) => (replacement === '$0' ? errorType : (replacement ?? '')));

    expect(AUTH_ERROR_TYPES.map((type) => [type, ...reasonOf(type)])).toEqual(
      AUTH_ERROR_TYPES.map((type) => [type, ERROR_TYPE_DEFINITIONS[type].reason]),
    );
  });
});

describeWithPeers(['promtool'], 'the configuration of the migration', () => {
  const files = readdirSync(dirname(configurationPath('x')));

  it.each(files)('%s is what Prometheus takes', (file) => {
    const kind = file.endsWith('.rules.yml') ? 'rules' : 'config';

    const check = (): string =>
      execFileSync(requirePeer('promtool'), ['check', kind, configurationPath(file)], {
        encoding: 'utf8',
      });

    expect(check()).toContain('SUCCESS');
  });
});

describeWithPeers(['prometheus'], 'relabelling', () => {
  it(
    'takes a namespace away, and loses counts where a label that told series apart is dropped',
    async () => {
      const exporter = new PrometheusExporter({ preventServerStart: true });
      const meterProvider = new MeterProvider({ readers: [exporter] });
      const meter = createAuthMeter({ meterProvider, namespace: 'shop' });
      meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
      const namespaced = await serve((request, response) => {
        exporter.getMetricsRequestHandler(request, response);
      });
      const byUser = await serve((_request, response) => {
        response.setHeader('content-type', 'text/plain; version=0.0.4');
        response.end('failures_total{user_id="a"} 3\nfailures_total{user_id="b"} 4\n');
      });
      const prometheus = await startPrometheus({
        scrapeIntervalSeconds: 0.2,
        scrape: [
          {
            job: 'namespaced',
            target: namespaced.target,
            metricRelabelConfigs: readRelabelling('old-service.namespace.yml'),
          },
          {
            job: 'by user',
            target: byUser.target,
            metricRelabelConfigs: [{ regex: 'user_id', action: 'labeldrop' }],
          },
        ],
      });
      try {
        const values = await pollUntil(
          async () => {
            const attempts = await prometheus.query('sum by (method) (auth_attempts_total) > 0');
            const failures = await prometheus.query('sum(failures_total)');
            return attempts.length === 1 && failures.length === 1 && [...attempts, ...failures];
          },
          { what: 'a scrape of each service' },
        );
        const left = await prometheus.series('{__name__=~"shop_.+"}');

        expect(values.map(({ value }) => value)).toEqual([1, 3]);
        expect(left).toEqual([]);
      } finally {
        await prometheus.stop();
        namespaced.close();
        byUser.close();
        await meterProvider.shutdown();
      }
    },
    START_MILLISECONDS,
  );
});
