import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import {
  describeWithPeers,
  findPeer,
  pollUntil,
  startAlertmanager,
  startCollector,
  startPrometheus,
} from '../src/peers';
import { fetchJson, fetchText, statusOf } from '../src/peers/fetch-json';

const START_MILLISECONDS = 60_000;

/** One OTLP export of a counter that stands at `value`. */
function exportOfLogins(value: number): object {
  const now = `${Date.now()}000000`;
  const dataPoint = {
    asInt: String(value),
    startTimeUnixNano: now,
    timeUnixNano: now,
    attributes: [{ key: 'outcome', value: { stringValue: 'success' } }],
  };
  const sum = { isMonotonic: true, aggregationTemporality: 2, dataPoints: [dataPoint] };
  return {
    resourceMetrics: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
        scopeMetrics: [
          { scope: { name: 'test' }, metrics: [{ name: 'logins_total', unit: '{login}', sum }] },
        ],
      },
    ],
  };
}

/** Serves one exposition to whoever asks; `host:port` and how to close it. */
async function serveExposition(text: string): Promise<{ target: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(text);
  });
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

test('a peer that is said to be installed is there', () => {
  const path = findPeer('promtool');
  expect(path === null || existsSync(path)).toBe(true);
});

describeWithPeers(['prometheus'], 'startPrometheus', () => {
  it(
    'scrapes, and answers queries about what it scraped',
    async () => {
      const app = await serveExposition(
        '# TYPE logins_total counter\nlogins_total{outcome="success"} 7\n',
      );
      const prometheus = await startPrometheus({
        scrape: [{ job: 'shop', target: app.target }],
        scrapeIntervalSeconds: 0.2,
      });
      try {
        const [sample] = await pollUntil(
          async () => {
            const samples = await prometheus.query('logins_total');
            return samples.length > 0 && samples;
          },
          { what: 'the first scrape' },
        );
        const labels = { job: 'shop', instance: app.target, outcome: 'success' };
        expect(sample).toEqual({ labels: { __name__: 'logins_total', ...labels }, value: 7 });
        expect(await prometheus.series('logins_total')).toEqual([sample?.labels]);
        await expect(prometheus.query('sum(')).rejects.toThrow('answered 400');
      } finally {
        await prometheus.stop();
        app.close();
      }
      expect(await statusOf(prometheus.url)).toBe(false);
    },
    START_MILLISECONDS,
  );

  it(
    'takes metrics by OTLP',
    async () => {
      const prometheus = await startPrometheus({ otlp: true });
      try {
        await fetchJson(prometheus.otlpUrl, exportOfLogins(3));
        const [sample] = await prometheus.query('logins_total');
        expect(sample).toMatchObject({ labels: { job: 'shop', outcome: 'success' }, value: 3 });
      } finally {
        await prometheus.stop();
      }
    },
    START_MILLISECONDS,
  );

  it(
    'says in the error why it did not start',
    async () => {
      const start = startPrometheus({
        rules: [{ groups: [{ name: 'a', rules: [{ expr: ')' }] }] }],
      });
      await expect(start).rejects.toThrow(/exited with \d.*It wrote:.*rules-0\.yml/s);
    },
    START_MILLISECONDS,
  );
});

describeWithPeers(['prometheus', 'alertmanager'], 'startAlertmanager', () => {
  it(
    'receives the alert that Prometheus fires',
    async () => {
      const alertmanager = await startAlertmanager();
      expect(await statusOf(`${alertmanager.url}/-/ready`)).toBe(200);
      const prometheus = await startPrometheus({
        scrapeIntervalSeconds: 0.2,
        rules: [{ groups: [{ name: 'a', rules: [{ alert: 'Always', expr: 'vector(1)' }] }] }],
        alertmanagers: [alertmanager.target],
      });
      try {
        const alert = await pollUntil(async () => (await alertmanager.alerts())[0], {
          what: 'the alert',
        });
        expect(alert.labels).toEqual({ alertname: 'Always' });
      } finally {
        await prometheus.stop();
        await alertmanager.stop();
      }
    },
    START_MILLISECONDS,
  );
});

describeWithPeers(['otelcol-authmeter'], 'startCollector', () => {
  it(
    'exposes what it received, and comes back on the same ports',
    async () => {
      const collector = await startCollector();
      try {
        await fetchJson(collector.otlpUrl, exportOfLogins(5));
        expect(await fetchText(collector.metricsUrl)).toMatch(
          /^logins_total\{.*outcome="success".*\} 5$/m,
        );

        await collector.stop();
        expect(await statusOf(collector.otlpUrl)).toBe(false);

        await collector.restart();
        expect(await fetchText(collector.metricsUrl)).not.toContain('logins_total');
        await fetchJson(collector.otlpUrl, exportOfLogins(6));
        expect(await fetchText(collector.metricsUrl)).toMatch(/^logins_total\{.*\} 6$/m);
      } finally {
        await collector.stop();
      }
    },
    START_MILLISECONDS,
  );
});
