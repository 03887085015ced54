import { describeWithPeers, pollUntil, startCollector } from '@authmeter/testkit';
import { startObservedService } from './observed-service';
import { SDK_LINES } from './sdk-lines';

const OUTAGE_LASTS_AT_MOST_MILLISECONDS = 120_000;

describeWithPeers(['otelcol-authmeter'], 'a collector that goes down and comes back', () => {
  it.each(Object.keys(SDK_LINES))(
    'is told everything that happened meanwhile, with SDK %s',
    async (line) => {
      const collector = await startCollector();
      const paths = SDK_LINES[line]?.([collector.otlpUrl]);
      if (paths === undefined) throw new Error(`no SDK line ${line}`);
      const service = await startObservedService(paths.exporter, { meterProvider: paths.provider });
      const missing = () => countOf(collector.metricsUrl, 'missing_auth');
      try {
        await service.request('none');
        await pushUntil(paths.push, missing, 1);

        await collector.stop();
        for (let request = 0; request < 7; request += 1) await service.request('none');
        await paths.push();
        await collector.restart();
        await service.request('none');

        await pushUntil(paths.push, missing, 9);
        expect(await missing()).toBe(9);
      } finally {
        await service.stop();
        await paths.shutdown();
        await collector.stop();
      }
    },
    OUTAGE_LASTS_AT_MOST_MILLISECONDS,
  );
});

async function pushUntil(
  push: () => Promise<void>,
  count: () => Promise<number>,
  wanted: number,
): Promise<void> {
  await pollUntil(
    async () => {
      await push();
      return (await count()) === wanted;
    },
    { what: `${String(wanted)} attempts at the collector` },
  );
}

/** The failed attempts with a reason, as the collector exposes them; 0 before it has heard of any. */
async function countOf(metricsUrl: string, reason: string): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  return text
    .split('\n')
    .filter((row) => row.startsWith('auth_attempts_total{') && row.includes(`reason="${reason}"`))
    .reduce((sum, row) => sum + Number(row.slice(row.lastIndexOf('} ') + 2).split(' ')[0]), 0);
}
