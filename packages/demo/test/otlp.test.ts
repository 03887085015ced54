import { createServer } from 'node:http';
import { ATTEMPTS, prometheusName } from '@authmeter/core/conventions';
import { listenOnLoopback } from '../src/service/listen-on-loopback';
import { startDemo } from '../src/start-demo';
import { planVisits } from '../src/traffic/plan-visits';
import { playAtOnce } from '../src/traffic/play-at-once';
import { formatSeries } from '../src/truth/counted-event';

interface ExportRequest {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly sum?: { readonly dataPoints: readonly DataPoint[] };
      }[];
    }[];
  }[];
}

interface DataPoint {
  readonly asInt?: string | number;
  readonly asDouble?: number;
  readonly attributes: readonly {
    readonly key: string;
    readonly value: { readonly stringValue: string };
  }[];
}

/** A collector that keeps what it is sent. */
async function startCollector() {
  const requests: { path: string | undefined; body: ExportRequest }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.setHeader('Content-Type', 'application/json').end('{}');
    });
  });
  return { ...(await listenOnLoopback(server, [0])), requests };
}

/** Totals by series of the attempts in one export. */
function attemptsIn({ resourceMetrics }: ExportRequest): ReadonlyMap<string, number> {
  const metrics = resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) => metrics),
  );
  const points = metrics.find(({ name }) => name === ATTEMPTS.name)?.sum?.dataPoints ?? [];
  const totals = points.map(({ asInt, asDouble, attributes }): readonly [string, number] => {
    const labels = attributes.map(
      ({ key, value }) => [key.replace('.', '_'), value.stringValue] as const,
    );
    return [formatSeries(prometheusName(ATTEMPTS), labels), Number(asInt ?? asDouble)];
  });
  return new Map(totals.filter(([, total]) => total !== 0));
}

it('sends a collector the same attempts that the traffic made', async () => {
  const collector = await startCollector();
  const collectorUrl = `${collector.url}/`;
  const demo = await startDemo({ ports: [0], seed: 3, collectorUrl, userIdKey: undefined });

  await playAtOnce(demo.traffic, planVisits(1, demo.random), 4);
  await demo.stop();
  await collector.stop();

  const last = collector.requests.at(-1);
  const sent = [...demo.truth.series].filter(([series]) => series.startsWith('auth_attempts_'));
  expect(last?.path).toBe('/v1/metrics');
  expect(sent.length).toBeGreaterThan(20);
  expect(last && attemptsIn(last.body)).toEqual(new Map(sent));
});
