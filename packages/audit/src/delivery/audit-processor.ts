import { CRITICAL_SEVERITY_NUMBER } from '../events/event-type';
import { reportOnce } from '../output/report-once';
import { BoundedQueue } from '../queue/bounded-queue';
import { DropCount, type DropReport } from '../queue/drop-count';
import { exportBatch } from './export-batch';
import type { DeliverableRecord, Delivery } from './log-exporter';
import {
  resolveProcessorOptions,
  type AuditProcessorOptions,
  type ProcessorSettings,
} from './processor-options';

const LONGEST_PAUSE_MILLISECONDS = 30_000;

/**
 * A processor for a `LoggerProvider` of OpenTelemetry's SDK that loses nothing it can keep: a batch stays until a
 * collector has it, in a queue of fixed length, and what finds no place there is counted exactly.
 */
export interface AuditProcessor {
  onEmit(record: DeliverableRecord): void;
  /** Tries once to send what waits. Never rejects. */
  forceFlush(): Promise<void>;
  /** Tries once more to send what waits, counts the rest as lost, and ends the exporter. Never rejects. */
  shutdown(): Promise<void>;
  /** Tells how many records were lost, from now on and before; `createAuditLog` calls it. */
  reportDropsTo(report: DropReport): void;
}

/**
 * Makes a processor that retries until its records are delivered.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function createAuditProcessor(options: AuditProcessorOptions): AuditProcessor {
  return new RetryingProcessor(resolveProcessorOptions(options));
}

class RetryingProcessor implements AuditProcessor {
  private readonly queue: BoundedQueue<DeliverableRecord>;
  private readonly drops = new DropCount();
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<boolean> | undefined;
  private failuresInARow = 0;
  private isShutDown = false;

  constructor(private readonly settings: ProcessorSettings) {
    this.queue = new BoundedQueue(settings.maxQueue);
  }

  reportDropsTo(report: DropReport): void {
    this.drops.reportTo(report);
  }

  onEmit(record: DeliverableRecord): void {
    const isCritical = (record.severityNumber ?? 0) >= CRITICAL_SEVERITY_NUMBER;
    if (this.isShutDown || !this.queue.push(record, isCritical)) {
      this.drops.add(1);
      reportOnce('audit events wait for a collector and find no more place; they are counted');
      return;
    }
    if (this.queue.size >= this.settings.maxBatch && this.failuresInARow === 0) this.sendSoon(0);
    else this.sendSoon(this.settings.delayMilliseconds);
  }

  async forceFlush(): Promise<void> {
    // What is on its way holds the head of the queue, and its failure is the try.
    let isWorthATry = (await this.sending) ?? true;
    while (isWorthATry && this.queue.size > 0) isWorthATry = await this.sendBatch();
  }

  async shutdown(): Promise<void> {
    if (this.isShutDown) return;
    await this.forceFlush();
    this.isShutDown = true;
    clearTimeout(this.timer);
    this.drops.add(this.queue.take().length);
    this.drops.flush();
    try {
      await this.settings.exporter.shutdown();
    } catch {
      // Whatever it could not send is counted already.
    }
  }

  private sendSoon(milliseconds: number): void {
    if (this.sending !== undefined || this.isShutDown) return;
    if (milliseconds === 0 && this.timer !== undefined) {
      clearTimeout(this.timer);
      this.timer = undefined;
    }
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.sendBatch();
    }, milliseconds).unref();
  }

  /** Sends the head of the queue; whether it is worth going on. Only one batch is on its way. */
  private sendBatch(): Promise<boolean> {
    this.sending ??= this.sendHead().finally(() => {
      this.sending = undefined;
      if (this.queue.size > 0) this.sendSoon(this.pauseMilliseconds());
    });
    return this.sending;
  }

  private async sendHead(): Promise<boolean> {
    const { exporter, maxBatch, exportTimeoutMilliseconds } = this.settings;
    const batch = this.queue.peek(maxBatch);
    const delivery = await exportBatch(exporter, batch, exportTimeoutMilliseconds);
    this.settle(batch.length, delivery);
    return delivery !== 'failed';
  }

  private settle(count: number, delivery: Delivery): void {
    if (delivery === 'failed') {
      this.failuresInARow += 1;
      reportOnce('audit events could not be delivered; they are kept and sent again');
      return;
    }
    this.failuresInARow = 0;
    this.queue.take(count);
    if (delivery === 'refused') {
      this.drops.add(count);
      reportOnce('a collector refused audit events for good; they are dropped and counted');
    }
  }

  private pauseMilliseconds(): number {
    const { retryMilliseconds, maxBatch, delayMilliseconds } = this.settings;
    if (this.failuresInARow === 0) return this.queue.size >= maxBatch ? 0 : delayMilliseconds;
    const pause = retryMilliseconds * 2 ** (this.failuresInARow - 1);
    return Math.min(pause, Math.max(LONGEST_PAUSE_MILLISECONDS, retryMilliseconds));
  }
}
