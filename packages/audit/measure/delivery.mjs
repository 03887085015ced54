// What becomes of audit events when their collector is slow, silent, absent, or dies and comes back: with the SDK's
// own batch processor and with createAuditProcessor, both with default options. Takes about four minutes. After a
// build, with the peers installed (words name scenarios by their beginning; none plays all):
//   node packages/audit/measure/delivery.mjs absent dies
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';

const require = createRequire(import.meta.url);
const { createAuthMeter } = require('@authmeter/core');
const { createMetricsHarness, startCollector } = require('@authmeter/testkit');
const { createAuditLog, createAuditProcessor } = require('../dist/index.js');

const EVENTS_PER_SECOND = 200;
const SECONDS = 24;
const TICK_MILLISECONDS = 50;
const FILE = 'events.jsonl';

const PROCESSORS = {
  'batch processor of the SDK': (exporter) => new BatchLogRecordProcessor({ exporter }),
  createAuditProcessor: (exporter) => createAuditProcessor({ exporter }),
};

async function openCollector() {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-delivery-'));
  const collector = await startCollector({
    config: {
      receivers: { otlp: { protocols: { http: { endpoint: '${env:OTLP_ADDRESS}' } } } },
      exporters: { file: { path: `${folder}/${FILE}`, append: true, flush_interval: '50ms' } },
      service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['file'] } } },
    },
  });
  return {
    url: new URL('/v1/logs', collector.otlpUrl).href,
    stop: collector.stop,
    restart: collector.restart,
    arrived: () => readText(join(folder, FILE)).split('"eventName"').length - 1,
    remove: async () => {
      await collector.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A way to a server on which every piece of data takes its time; without a port, a server that never answers. */
async function openWay(port, milliseconds) {
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    if (port === undefined) return client.resume();
    const target = connect(port, '127.0.0.1').on('error', () => client.destroy());
    client.on('data', (data) => setTimeout(() => target.write(data), milliseconds));
    target.pipe(client);
    return client;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${server.address().port}/v1/logs`;
}

/** Each gives the address to export to, and what happens to the collector at a second. */
const SCENARIOS = {
  healthy: async ({ url }) => ({ url }),
  'slow, 2 s a request': async ({ url }) => ({ url: await openWay(new URL(url).port, 2000) }),
  'silent, never answers': async () => ({ url: await openWay() }),
  absent: async ({ url, stop }) => {
    await stop();
    return { url };
  },
  'dies at 4 s, is back at 16 s': async ({ url, stop, restart }) => ({
    url,
    at: { 4: stop, 16: restart },
  }),
};

async function play(open, makeProcessor) {
  const collector = await openCollector();
  const { url, at = {} } = await open(collector);
  const processor = makeProcessor(new OTLPLogExporter({ url }));
  const loggerProvider = new LoggerProvider({ processors: [processor] });
  const harness = createMetricsHarness();
  const audit = createAuditLog({
    loggerProvider,
    ...('reportDropsTo' in processor ? { processor } : {}),
  });
  const meter = createAuthMeter({ meterProvider: harness.meterProvider, observers: [audit] });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();

  let told = 0;
  const ticksPerSecond = 1000 / TICK_MILLISECONDS;
  for (let tick = 0; tick < SECONDS * ticksPerSecond; tick += 1) {
    if (tick % ticksPerSecond === 0) void at[tick / ticksPerSecond]?.();
    for (let count = 0; count < EVENTS_PER_SECOND / ticksPerSecond; count += 1) {
      meter.record({ kind: 'logout', sourceAddress: '203.0.113.57' });
      told += 1;
    }
    await sleep(TICK_MILLISECONDS);
  }
  delay.disable();
  const start = performance.now();
  await audit.shutdown();
  await loggerProvider.shutdown();
  const shutdownSeconds = (performance.now() - start) / 1000;
  await sleep(500);
  const points = await harness.points('auth.instrumentation.dropped_events');
  const counted = points.reduce((sum, { value }) => sum + value, 0);
  const arrived = collector.arrived();
  await collector.remove();
  return {
    told,
    arrived,
    'dropped, counted': counted,
    'lost, uncounted': told - arrived - counted,
    'shutdown, s': shutdownSeconds.toFixed(1),
    'loop delay p99, ms': (delay.percentile(99) / 1e6).toFixed(1),
  };
}

const rows = [];
const asked = process.argv.slice(2);
const scenarios = Object.entries(SCENARIOS).filter(
  ([name]) => asked.length === 0 || asked.some((word) => name.startsWith(word)),
);
for (const [collector, open] of scenarios) {
  for (const [processor, make] of Object.entries(PROCESSORS)) {
    rows.push({ collector, processor, ...(await play(open, make)) });
    console.error(JSON.stringify(rows.at(-1)));
  }
}
console.table(rows);
process.exit(0);
