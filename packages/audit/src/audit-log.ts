import type { AuthObserver, CountedObservation, ObserverHost } from '@authmeter/core';
import { resolveAuditOptions, type AuditLogOptions, type AuditSettings } from './audit-options';
import { createEntry, type AuditEntry } from './events/audit-entry';
import { findEventType } from './events/find-event-type';
import { createFormat } from './format/format';
import { Suppression } from './limits/suppression';
import { complaintAboutApi } from './output/logger-provider';
import { LogsApiOutput } from './output/logs-api-output';
import type { Output } from './output/output';
import { reportOnce } from './output/report-once';
import { SinkOutput } from './output/sink-output';
import { createProtection, type ProtectEntry } from './privacy/protect-entry';
import { BoundedQueue } from './queue/bounded-queue';
import { DropCount } from './queue/drop-count';

/** How long a flush waits for a sink or a collector, in milliseconds. */
const FLUSH_TIMEOUT_MILLISECONDS = 5000;

/** Turns what one meter observes into audit events. Give it to the meter's option `observers`. */
export interface AuditLog extends AuthObserver {
  attach(host: ObserverHost): void;
  /**
   * Hands over what waits and resolves when it has left, or after 5 s. Never rejects.
   *
   * @param timeoutMilliseconds Another limit than 5 s.
   */
  flush(timeoutMilliseconds?: number): Promise<void>;
  /** Says what limits left out, flushes, and takes no more events: later ones are dropped and counted. Never rejects. */
  shutdown(timeoutMilliseconds?: number): Promise<void>;
}

/**
 * Makes an audit log for one meter: OpenTelemetry log records, or lines of JSON where a sink is given.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function createAuditLog(options?: AuditLogOptions): AuditLog {
  return new TurnwiseAuditLog(resolveAuditOptions(options));
}

/** Notes events while a turn of the event loop lasts, and does all that costs time at its end. */
class TurnwiseAuditLog implements AuditLog {
  private readonly waiting: BoundedQueue<AuditEntry>;
  private readonly drops = new DropCount();
  private readonly suppression: Suppression;
  private readonly protect: ProtectEntry;
  private readonly output: Output;
  private readonly hosts: ObserverHost[] = [];
  private isScheduled = false;
  private isShutDown = false;
  private summaryTimer: NodeJS.Timeout | undefined;

  constructor(settings: AuditSettings) {
    this.waiting = new BoundedQueue(settings.maxQueue);
    this.suppression = new Suppression(settings, (summary) => this.keep(summary));
    this.protect = createProtection(this.hosts, settings.actions);
    this.output = createOutput(settings, this.drops);
  }

  attach(host: ObserverHost): void {
    this.hosts.push(host);
    if (this.hosts.length > 1) {
      reportOnce(
        'an audit log was given to a second meter: it names no accounts and sessions any more',
      );
      return;
    }
    this.drops.reportTo((count) => {
      host.record({ kind: 'dropped_events', component: 'audit', count });
    });
  }

  observe(counted: CountedObservation): void {
    const type = findEventType(counted);
    if (type === undefined) return;
    if (this.isShutDown) this.drops.add(1);
    else if (this.suppression.admits(type, counted.atEpochMilliseconds)) {
      if (!this.keep(createEntry(type, counted))) this.drops.add(1);
    } else this.summarizeLater();
  }

  async flush(timeoutMilliseconds = FLUSH_TIMEOUT_MILLISECONDS): Promise<void> {
    this.drain();
    await this.output.flush(timeoutMilliseconds);
    this.drops.flush();
  }

  async shutdown(timeoutMilliseconds = FLUSH_TIMEOUT_MILLISECONDS): Promise<void> {
    if (this.isShutDown) return;
    this.suppression.close();
    this.isShutDown = true;
    clearTimeout(this.summaryTimer);
    this.drain();
    await this.output.close(timeoutMilliseconds);
    this.drops.flush();
  }

  private keep(entry: AuditEntry): boolean {
    if (!this.waiting.push(entry, entry.type.isCritical)) return false;
    if (!this.isScheduled) {
      this.isScheduled = true;
      setImmediate(() => {
        this.drain();
      });
    }
    return true;
  }

  private drain(): void {
    this.isScheduled = false;
    const entries = this.waiting.take();
    if (entries.length === 0) return;
    for (const entry of entries) {
      try {
        this.output.add(this.protect(entry));
      } catch {
        this.drops.add(1);
        reportOnce('an audit event could not be prepared');
      }
    }
    this.output.endTurn();
  }

  private summarizeLater(): void {
    const { dueWithinMilliseconds } = this.suppression;
    if (this.summaryTimer !== undefined || dueWithinMilliseconds === undefined) return;
    this.summaryTimer = setTimeout(() => {
      this.summaryTimer = undefined;
      this.suppression.close();
      // What found no place is told with the next.
      this.summarizeLater();
    }, dueWithinMilliseconds).unref();
  }
}

function createOutput(settings: AuditSettings, drops: DropCount): Output {
  const { sink, format: name, serviceName, maxQueue, loggerProvider, processor } = settings;
  if (sink !== undefined) {
    return new SinkOutput({ sink, maxQueue, format: createFormat(name, { serviceName }) }, drops);
  }
  const complaint = loggerProvider === undefined ? complaintAboutApi() : undefined;
  if (complaint !== undefined) reportOnce(complaint, 'error');
  processor?.reportDropsTo((count) => {
    drops.add(count);
    // At once: the meter provider may be shut down next.
    drops.flush();
  });
  return new LogsApiOutput(loggerProvider, processor, drops);
}
