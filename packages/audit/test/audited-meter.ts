import { createAuthMeter, type AuthMeter, type AuthMeterOptions } from '@authmeter/core';
import { DROPPED_EVENTS } from '@authmeter/core/conventions';
import {
  createFakeClock,
  createMetricsHarness,
  type FakeClock,
  type MetricsHarness,
} from '@authmeter/testkit';
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
  type ReadableLogRecord,
} from '@opentelemetry/sdk-logs';
import { createAuditLog, type AuditLog, type AuditLogOptions } from '../src';

/** 2023-11-14T22:13:20Z. */
export const NOW_EPOCH_MILLISECONDS = 1_700_000_000_000;
export const USER_ID_KEY = 'an example secret of 32 bytes...';
/** Options of a meter that may name accounts. */
export const KEYED: AuthMeterOptions = { userIdKey: USER_ID_KEY };

/** A meter with an audit log, on SDKs of its own and at a fixed instant. */
export interface AuditedMeter {
  readonly meter: AuthMeter;
  readonly audit: AuditLog;
  readonly clock: FakeClock;
  readonly harness: MetricsHarness;
  /** Everything that was written until now. */
  records(): Promise<readonly ReadableLogRecord[]>;
  /** How many events were counted as dropped. */
  dropped(): Promise<number>;
}

/** Where log records end up in memory. */
export function createLogs(): {
  readonly loggerProvider: LoggerProvider;
  readonly exporter: InMemoryLogRecordExporter;
} {
  const exporter = new InMemoryLogRecordExporter();
  const loggerProvider = new LoggerProvider({
    processors: [new SimpleLogRecordProcessor({ exporter })],
  });
  return { loggerProvider, exporter };
}

export interface AuditedMeterOptions {
  /** Its provider is in memory unless one is given, or a sink. */
  readonly audit?: AuditLogOptions;
  /** Default: those of a meter that may name accounts. */
  readonly meter?: AuthMeterOptions;
  /** Whether the audit log is left to find the global logger provider. */
  readonly isGlobal?: boolean;
}

export function createAuditedMeter({
  audit: auditOptions = {},
  meter: meterOptions = KEYED,
  isGlobal = false,
}: AuditedMeterOptions = {}): AuditedMeter {
  const { loggerProvider, exporter } = createLogs();
  const harness = createMetricsHarness();
  const clock = createFakeClock(NOW_EPOCH_MILLISECONDS);
  const isOwn = auditOptions.sink === undefined && !isGlobal;
  const audit = createAuditLog({ ...(isOwn ? { loggerProvider } : {}), ...auditOptions });
  const meter = createAuthMeter({
    meterProvider: harness.meterProvider,
    clock,
    observers: [audit],
    ...meterOptions,
  });
  return {
    meter,
    audit,
    clock,
    harness,
    records: async () => {
      await audit.flush();
      await loggerProvider.forceFlush();
      return exporter.getFinishedLogRecords();
    },
    dropped: async () => droppedIn(harness),
  };
}

/** How many events of the audit log a meter counted as dropped. */
export async function droppedIn(harness: MetricsHarness): Promise<number> {
  const points = await harness.points(DROPPED_EVENTS.name);
  return points
    .filter(({ attributes }) => attributes['component'] === 'audit')
    .reduce((sum, { value }) => sum + value, 0);
}
