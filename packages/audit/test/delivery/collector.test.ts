import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { describeWithPeers, pollUntil, startCollector, type Collector } from '@authmeter/testkit';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import { createAuditProcessor } from '../../src';
import { createAuditedMeter } from '../audited-meter';
import { createCollectedEvents, type CollectedEvents } from './collected-events';

const FILE = 'events.jsonl';
const CONFIG = {
  receivers: { otlp: { protocols: { http: { endpoint: '${env:OTLP_ADDRESS}' } } } },
  exporters: {
    file: { path: `\${env:FOLDER}/${FILE}`, append: true, flush_interval: '50ms' },
  },
  service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['file'] } } },
};

function auditTo(url: string) {
  const processor = createAuditProcessor({
    exporter: new OTLPLogExporter({ url, timeoutMillis: 2000 }),
    delayMilliseconds: 20,
    retryMilliseconds: 50,
    maxBatch: 100,
  });
  const loggerProvider = new LoggerProvider({ processors: [processor] });
  const audited = createAuditedMeter({ audit: { loggerProvider, processor } });
  return {
    ...audited,
    loggerProvider,
    logOut: (times: number) => {
      for (let count = 0; count < times; count += 1) audited.meter.record({ kind: 'logout' });
    },
  };
}

/** A way to a server on which every piece of data takes its time. */
async function startSlowWay(port: number, milliseconds: number) {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (data) => void setTimeout(() => target.write(data), milliseconds));
    target.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describeWithPeers(['otelcol-authmeter'], 'audit events and a real collector', () => {
  let events: CollectedEvents;
  let collector: Collector;
  let url: string;
  beforeAll(async () => {
    events = await createCollectedEvents();
    collector = await startCollector({ config: CONFIG, env: { FOLDER: events.folder } });
    url = new URL('/v1/logs', collector.otlpUrl).href;
  }, 60_000);
  afterAll(async () => {
    await collector.stop();
    await events.remove();
  });
  const arrived = async () => (await events.names(FILE)).length;
  const arrivalOf = async (count: number) =>
    pollUntil(async () => (await arrived()) === count, { what: `${String(count)} events` });

  it('none is lost or told twice while the collector dies and comes back', async () => {
    const before = await arrived();
    const { logOut, loggerProvider, dropped } = auditTo(url);
    logOut(300);
    await arrivalOf(before + 300);
    await collector.stop();
    logOut(300);
    await new Promise((resolve) => setImmediate(resolve));
    logOut(300);
    await collector.restart();

    await arrivalOf(before + 900);
    await loggerProvider.shutdown();
    expect(await arrived()).toBe(before + 900);
    expect(await dropped()).toBe(0);
  }, 60_000);

  it('none is lost when the collector is slow', async () => {
    const before = await arrived();
    const slow = await startSlowWay(Number(new URL(url).port), 100);
    const { logOut, loggerProvider, dropped } = auditTo(
      `http://127.0.0.1:${String(slow.port)}/v1/logs`,
    );
    for (let turn = 0; turn < 10; turn += 1) {
      logOut(100);
      await new Promise((resolve) => setImmediate(resolve));
    }

    await arrivalOf(before + 1000);
    expect(await dropped()).toBe(0);
    await loggerProvider.shutdown();
    slow.stop();
  }, 60_000);

  it('arrive with their names, severities, times, spans and attributes', async () => {
    const { meter, audit, loggerProvider } = auditTo(url);
    meter.record({ kind: 'lockout', transition: 'locked', sourceAddress: '2001:db8:1:2::5' });
    await audit.shutdown();
    await loggerProvider.shutdown();
    await pollUntil(async () => (await events.names(FILE)).includes('auth.account.locked'), {
      what: 'the event',
    });

    const line = (await events.text()).split('\n').find((text) => text.includes('account.locked'));
    expect(line).toContain('"eventName":"auth.account.locked"');
    expect(line).toContain('"severityNumber":13,"severityText":"WARN"');
    expect(line).toContain('"timeUnixNano":"1700000000000000000"');
    expect(line).toContain('{"key":"client.address","value":{"stringValue":"2001:db8:1::"}}');
  }, 60_000);
});
