import { createWriteStream } from 'node:fs';
import { createAuditLog, type AuditFormat, type AuditLogOptions } from '@authmeter/audit';
import { JsonLogsSerializer } from '@opentelemetry/otlp-transformer';
import {
  BatchLogRecordProcessor,
  LoggerProvider,
  type LogRecordExporter,
} from '@opentelemetry/sdk-logs';
import pino from 'pino';
import { ratioOf, spreadOf } from '../measure/interleave';
import { measureTurnwise, type TurnwiseVariant } from '../measure/turnwise';
import { median } from '../measure/statistics';
import { HOST, walkEvents } from '../workload/audit-events';
import type { Part } from './part';

const EMIT = 'OpenTelemetry emit, nothing written';
const EMIT_AGAIN = 'OpenTelemetry emit, again';
const EMIT_WRITTEN = 'OpenTelemetry emit, as OTLP JSON';
const PINO = 'pino, synchronous';
const OURS: Readonly<Record<AuditFormat, string>> = {
  otel: 'audit log, lines, otel',
  ecs: 'audit log, lines, ecs',
  ocsf: 'audit log, lines, ocsf',
};
const OURS_API = 'audit log, logs API';

const WARN = 13;
const NOWHERE = '/dev/null';

/** An exporter that has everything delivered at once. */
function exportTo(write: LogRecordExporter['export']): LogRecordExporter {
  return { export: write, forceFlush: () => Promise.resolve(), shutdown: () => Promise.resolve() };
}

const discard = exportTo((_records, done) => {
  done({ code: 0 });
});
const serialize = exportTo((records, done) => {
  JsonLogsSerializer.serializeRequest(records);
  done({ code: 0 });
});

function createProvider(exporter: LogRecordExporter): LoggerProvider {
  return new LoggerProvider({ processors: [new BatchLogRecordProcessor({ exporter })] });
}

function emit(name: string, exporter: LogRecordExporter): TurnwiseVariant {
  const provider = createProvider(exporter);
  const logger = provider.getLogger('bench');
  const next = walkEvents();
  return {
    name,
    call: () => {
      const { counted, attributes } = next();
      logger.emit({
        eventName: 'auth.login.failure',
        severityNumber: WARN,
        severityText: 'WARN',
        body: 'A login failed.',
        timestamp: counted.atEpochMilliseconds,
        context: counted.context,
        attributes: attributes(),
      });
    },
    settle: () => provider.forceFlush(),
  };
}

function logByPino(): TurnwiseVariant {
  const logger = pino(pino.destination({ dest: NOWHERE, sync: true }));
  const next = walkEvents();
  return {
    name: PINO,
    call: () => {
      logger.warn({ event_name: 'auth.login.failure', ...next().attributes() }, 'A login failed.');
    },
    settle: () => Promise.resolve(),
  };
}

function audit(name: string, options: AuditLogOptions): TurnwiseVariant {
  const limits = { 'auth.login.failure': { mostPerWindow: Infinity } };
  const log = createAuditLog({ limits, ...options });
  log.attach(HOST);
  const next = walkEvents();
  return {
    name,
    call: () => {
      log.observe(next().counted);
    },
    settle: () => log.flush(),
  };
}

/** What handing over an audit event costs in the request, and what it costs in all. */
export const AUDIT: Part = {
  name: 'audit',
  title: 'An audit event, in the call and in all',
  measure: async (effort) => {
    const variants = [
      emit(EMIT, discard),
      emit(EMIT_AGAIN, discard),
      emit(EMIT_WRITTEN, serialize),
      logByPino(),
      ...(['otel', 'ecs', 'ocsf'] as const).map((format) =>
        audit(OURS[format], { format, sink: createWriteStream(NOWHERE) }),
      ),
      audit(OURS_API, { loggerProvider: createProvider(discard) }),
    ];
    const { inCall, inAll } = await measureTurnwise(variants, effort);
    return {
      rows: variants.map(({ name }) => ({
        what: name,
        figure: `${median(inCall.get(name) ?? []).toPrecision(3)} ns in the call, ${median(inAll.get(name) ?? []).toPrecision(3)} ns of CPU in all`,
        beside: `${ratioOf(inCall, name, EMIT).toFixed(3)} × and ${ratioOf(inAll, name, EMIT).toFixed(2)} × ${EMIT}`,
      })),
      ratios: {
        'audit call/emit': ratioOf(inCall, OURS.otel, EMIT),
        'audit all/pino': ratioOf(inAll, OURS.otel, PINO),
        'audit all/emit written': ratioOf(inAll, OURS.otel, EMIT_WRITTEN),
      },
      spread: Math.max(spreadOf(inCall, EMIT, EMIT_AGAIN), spreadOf(inAll, EMIT, EMIT_AGAIN)),
    };
  },
};
