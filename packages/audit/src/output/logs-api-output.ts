import { attributesOf } from '../events/attributes-of';
import type { AuditRecord } from '../events/audit-record';
import { CRITICAL_SEVERITY_NUMBER } from '../events/event-type';
import type { DropCount } from '../queue/drop-count';
import { SCOPE_NAME } from '../scope-name';
import { VERSION } from '../version';
import {
  globalLoggerProvider,
  type AuditLogger,
  type AuditLoggerProvider,
} from './logger-provider';
import type { Output } from './output';
import { reportOnce } from './report-once';

/** What is behind the provider and is flushed with it. */
interface Flushable {
  forceFlush(): Promise<void>;
}

/** Emits records through OpenTelemetry's logs API; a provider that is registered later is picked up. */
export class LogsApiOutput implements Output {
  private provider: AuditLoggerProvider | undefined;
  private logger: AuditLogger | undefined;

  constructor(
    private readonly given: AuditLoggerProvider | undefined,
    private readonly processor: Flushable | undefined,
    private readonly drops: DropCount,
  ) {}

  add(record: AuditRecord): void {
    try {
      if (!this.emit(record)) this.drops.add(1);
    } catch {
      // A processor of the host's threw.
      this.drops.add(1);
      reportOnce('a processor of log records failed');
    }
  }

  endTurn(): void {
    // The SDK has them already.
  }

  async flush(timeoutMilliseconds: number): Promise<void> {
    if (this.processor === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMilliseconds);
    });
    await Promise.race([this.processor.forceFlush().catch(() => undefined), timeout]);
    clearTimeout(timer);
  }

  close(timeoutMilliseconds: number): Promise<void> {
    return this.flush(timeoutMilliseconds);
  }

  /** Whether the record was taken, or left out because the host set the SDK to leave it out. */
  private emit(record: AuditRecord): boolean {
    const { type, atEpochMilliseconds, context } = record;
    const logger = this.currentLogger();
    if (logger === undefined) return false;
    const { name, severity, meaning } = type.definition;
    const { severityNumber } = type;
    const where = context === undefined ? {} : { context };
    if (!logger.enabled({ eventName: name, severityNumber, ...where })) return isListening(logger);
    logger.emit({
      eventName: name,
      timestamp: atEpochMilliseconds,
      severityNumber,
      severityText: severity,
      body: meaning,
      attributes: attributesOf(record),
      ...where,
    });
    return true;
  }

  private currentLogger(): AuditLogger | undefined {
    const provider = this.given ?? globalLoggerProvider();
    if (provider !== this.provider) {
      this.provider = provider;
      this.logger = provider?.getLogger(SCOPE_NAME, VERSION);
    }
    return this.logger;
  }
}

/** A logger that would not even take a critical record has nobody behind it. */
function isListening(logger: AuditLogger): boolean {
  if (logger.enabled({ severityNumber: CRITICAL_SEVERITY_NUMBER })) return true;
  reportOnce('no logger provider takes audit events: they are dropped and counted');
  return false;
}
