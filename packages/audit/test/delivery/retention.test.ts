import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_EVENTS, AUDIT_RETENTIONS } from '@authmeter/core/conventions';
import {
  describeWithPeers,
  findFreePort,
  pollUntil,
  startCollector,
  type Collector,
} from '@authmeter/testkit';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { createAuditProcessor } from '../../src';
import { createAuditedMeter, createLogs, KEYED } from '../audited-meter';
import { EVENT_SOURCES, SUBJECT } from '../event-sources';
import { readWithJq } from '../format/read-with-jq';
import { createCollectedEvents, type CollectedEvents } from './collected-events';

/** The configuration that operators are given. */
const GATEWAY = readFileSync(
  join(__dirname, '../../../monitoring/generated/collector/gateway.yaml'),
  'utf8',
);
const RETENTIONS = Object.keys(AUDIT_RETENTIONS);

describeWithPeers(['otelcol-authmeter'], 'the retention of audit events', () => {
  let kept: CollectedEvents;
  let gateway: Collector;
  beforeAll(async () => {
    kept = await createCollectedEvents();
    gateway = await startCollector({
      config: GATEWAY,
      env: {
        OTLP_GRPC_ADDRESS: `127.0.0.1:${String(await findFreePort())}`,
        HEALTH_ADDRESS: `127.0.0.1:${String(await findFreePort())}`,
        QUEUE_FOLDER: join(kept.folder, 'queue'),
        AUDIT_FOLDER: kept.folder,
      },
    });
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    await kept.remove();
  });

  it('keeps each event in the file of its retention, whole, and nothing that tells who it was', async () => {
    const sent = createLogs();
    const processor = createAuditProcessor({
      exporter: new OTLPLogExporter({ url: new URL('/v1/logs', gateway.otlpUrl).href }),
      delayMilliseconds: 20,
    });
    const loggerProvider = new LoggerProvider({
      resource: resourceFromAttributes({ 'service.name': 'shop' }),
      processors: [processor, new SimpleLogRecordProcessor({ exporter: sent.exporter })],
    });
    const { meter, audit } = createAuditedMeter({
      audit: { loggerProvider, processor, limits: { 'auth.login.failure': { mostPerWindow: 1 } } },
      meter: KEYED,
    });
    for (const [, observation] of EVENT_SOURCES) meter.record({ ...observation, ...SUBJECT });
    // One more than the cap, for the summary.
    meter.record({ kind: 'login', outcome: 'failure', errorType: 'invalid_credentials' });
    await audit.shutdown();
    await loggerProvider.forceFlush();

    const expected = [...sent.exporter.getFinishedLogRecords()];
    await loggerProvider.shutdown();
    expect(new Set(expected.map(({ eventName }) => eventName))).toEqual(
      new Set(AUDIT_EVENTS.map(({ name }) => name)),
    );
    const all = async () =>
      (await Promise.all(RETENTIONS.map((name) => kept.names(`${name}.jsonl`)))).flat();
    await pollUntil(async () => (await all()).length >= expected.length, { what: 'the events' });
    expect(await all()).toHaveLength(expected.length);
    for (const retention of RETENTIONS) {
      const names: readonly string[] = AUDIT_EVENTS.filter(
        (event) => event.retention === retention,
      ).map(({ name }) => name);
      const belonging = expected.filter(({ eventName }) => names.includes(String(eventName)));

      expect(await readWithJq('collector', await kept.lines(`${retention}.jsonl`))).toEqual(
        belonging.map(({ eventName, severityText, attributes, hrTime }) => ({
          timestamp: new Date(hrTime[0] * 1000 + hrTime[1] / 1e6).toISOString(),
          severity_text: severityText,
          event_name: eventName,
          trace_id: null,
          attributes,
        })),
      );
    }
    for (const secret of [SUBJECT.sourceAddress, SUBJECT.accountId, SUBJECT.sessionId]) {
      expect(await kept.text()).not.toContain(`"${secret}"`);
    }
  }, 60_000);
});
