import { METRIC_CATALOGUE, prometheusName } from '@authmeter/core/conventions';
import {
  describeWithPeers,
  findFreePort,
  pollUntil,
  startCollector,
  startPrometheus,
  type Prometheus,
} from '@authmeter/testkit';
import { EVERY_OBSERVATION } from './every-observation';
import { startObservedService } from './observed-service';
import { SDK_LINES } from './sdk-lines';
import { seriesOf } from './series-of-job';

const PEERS_START_WITHIN_MILLISECONDS = 120_000;

type SeriesValues = Readonly<Record<string, number>>;

describeWithPeers(['prometheus', 'otelcol-authmeter'], 'one service, every way out', () => {
  it.each(Object.keys(SDK_LINES))(
    'gives the same series by pull, through a collector and by OTLP into Prometheus, with SDK %s',
    async (line) => {
      const port = await findFreePort();
      const collector = await startCollector();
      const prometheus = await startPrometheus({
        otlp: true,
        scrapeIntervalSeconds: 1,
        scrape: [
          { job: 'pull', target: `127.0.0.1:${String(port)}` },
          { job: 'collector', target: new URL(collector.metricsUrl).host },
        ],
      });
      const paths = SDK_LINES[line]?.([collector.otlpUrl, prometheus.otlpUrl]);
      if (paths === undefined) throw new Error(`no SDK line ${line}`);
      const service = await startObservedService(paths.exporter, {
        meterProvider: paths.provider,
        port,
      });
      try {
        for (const observation of EVERY_OBSERVATION) service.meter.record(observation);
        expect(await service.request('good')).toBe(204);
        expect(await service.request('forged')).toBe(401);
        expect(await service.request('none')).toBe(401);

        const pulled = await pollUntil(
          async () => {
            const series = await seriesOfJob(prometheus, 'pull');
            return isComplete(series) && series;
          },
          { what: 'the whole of the pulled series' },
        );
        // A series with a source is born at zero; what it counted follows with the next push.
        await paths.push();
        await paths.push();
        const same = (series: SeriesValues) => JSON.stringify(series) === JSON.stringify(pulled);
        const collected = await lastOf(prometheus, 'collector', same);
        const received = await lastOf(prometheus, 'shop', same);

        expect(collected).toEqual(pulled);
        expect(received).toEqual(pulled);
        expect(familiesOf(pulled)).toEqual(
          METRIC_CATALOGUE.map((definition) => prometheusName(definition)).sort(),
        );
      } finally {
        await service.stop();
        await paths.shutdown();
        await prometheus.stop();
        await collector.stop();
      }
    },
    PEERS_START_WITHIN_MILLISECONDS,
  );
});

async function seriesOfJob(prometheus: Prometheus, job: string): Promise<SeriesValues> {
  return seriesOf(await prometheus.query(`{__name__=~"auth_.*", job="${job}"}`));
}

/** The series of a job once they are as wanted, or else as they are after some seconds. */
async function lastOf(
  prometheus: Prometheus,
  job: string,
  isWanted: (series: SeriesValues) => boolean,
): Promise<SeriesValues> {
  let last: SeriesValues = {};
  await pollUntil(
    async () => {
      last = await seriesOfJob(prometheus, job);
      return isWanted(last);
    },
    { what: `job ${job}` },
  ).catch(() => undefined);
  return last;
}

/** Three requests and two direct attempts failed or not, and their sources have earned and filled their series. */
function isComplete(series: SeriesValues): boolean {
  const total = (name: string) =>
    Object.entries(series)
      .filter(([key]) => key.startsWith(`${name}{`))
      .reduce((sum, [, value]) => sum + value, 0);
  return total('auth_attempts_total') === 6 && total('auth_source_failures_total') === 4;
}

function familiesOf(series: SeriesValues): string[] {
  const names = Object.keys(series).map((key) => key.slice(0, key.indexOf('{')));
  return [...new Set(names.map((name) => name.replace(/_(bucket|sum|count)$/, '')))].sort();
}
