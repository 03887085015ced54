import { logs, type Context } from '@opentelemetry/api';

/** A log record as the logs API takes it. */
export interface EmittedRecord {
  readonly eventName: string;
  readonly timestamp: number;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: string;
  readonly attributes: Record<string, string | number>;
  readonly context?: Context;
}

/** The part of OpenTelemetry's `Logger` that is used. */
export interface AuditLogger {
  emit(record: EmittedRecord): void;
  enabled(options?: {
    readonly eventName?: string;
    readonly severityNumber?: number;
    readonly context?: Context;
  }): boolean;
}

/** The part of OpenTelemetry's `LoggerProvider` that is used; the types of API 1.9 do not have it. */
export interface AuditLoggerProvider {
  getLogger(name: string, version?: string): AuditLogger;
}

const TOO_OLD =
  'audit events need the logs API of @opentelemetry/api 1.10 or newer, and this process has an older one: ' +
  'they are dropped and counted. Upgrade it, or give createAuditLog a sink.';

/** The logs API; API 1.9 has none, for all that the types say. */
const logsApi = logs as { getLoggerProvider(): AuditLoggerProvider } | undefined;

/** The global provider of the logs API; undefined where the installed API has no logs. */
export function globalLoggerProvider(): AuditLoggerProvider | undefined {
  return logsApi?.getLoggerProvider();
}

/** What to tell a host whose API is too old; undefined where it is not. */
export function complaintAboutApi(): string | undefined {
  return logsApi === undefined ? TOO_OLD : undefined;
}
