import type { AuditRecord } from '../events/audit-record';
import type { Format } from '../format/format';
import { Capacity } from '../queue/capacity';
import type { DropCount } from '../queue/drop-count';
import { LineBuffer, type Chunk } from '../queue/line-buffer';
import { IdleWatch } from './idle-watch';
import { openSink, type OpenSink } from './open-sink';
import type { Output } from './output';
import { reportOnce } from './report-once';
import type { AuditSink } from './sink';

/** How long to leave a sink alone that failed. */
const RECOVERY_MILLISECONDS = 1000;
const NOTHING: Chunk = { bytes: Buffer.alloc(0), lines: 0 };

export interface SinkOutputSettings {
  /** The host's sink, or a function that opens one; only the latter is opened again after a failure. */
  readonly sink: AuditSink | (() => AuditSink);
  readonly format: Format;
  readonly maxQueue: number;
}

/** Writes lines to a sink, one write a turn. While the sink asks to wait, lines wait in a bounded queue. */
export class SinkOutput implements Output {
  private readonly pending = new LineBuffer();
  private readonly capacity: Capacity;
  private sink: OpenSink | undefined;
  private isOver = false;
  private isWaiting = false;
  private unanswered = 0;
  private recovery: NodeJS.Timeout | undefined;
  private readonly idle = new IdleWatch();

  constructor(
    private readonly settings: SinkOutputSettings,
    private readonly drops: DropCount,
  ) {
    this.capacity = new Capacity(settings.maxQueue);
    this.open();
  }

  add(record: AuditRecord): void {
    const hasPlace = this.capacity.hasPlace(this.pending.lines, record.type.isCritical);
    if (this.isOver || !hasPlace) this.drops.add(1);
    else this.pending.append(this.settings.format(record));
  }

  endTurn(): void {
    this.pump();
  }

  async flush(timeoutMilliseconds: number): Promise<void> {
    const isIdle = this.idle.wait(timeoutMilliseconds);
    this.pump();
    this.tellWhenIdle();
    await isIdle;
  }

  async close(timeoutMilliseconds: number): Promise<void> {
    await this.flush(timeoutMilliseconds);
    clearTimeout(this.recovery);
    this.giveUp();
    if (typeof this.settings.sink !== 'function') return;
    this.attempt((sink) => {
      sink.end();
    });
  }

  private open(): void {
    const { sink } = this.settings;
    try {
      // What a sink of before still says is not about this one.
      const mine: { current?: OpenSink } = {};
      const isMine = (): boolean => mine.current === undefined || mine.current === this.sink;
      mine.current = openSink(typeof sink === 'function' ? sink() : sink, {
        onDrain: () => {
          if (isMine()) this.resume();
        },
        onError: (isOver) => {
          if (isMine()) this.fail(isOver);
        },
        onLost: (lines) => {
          this.drops.add(lines);
        },
      });
      this.sink = mine.current;
    } catch {
      this.fail(true);
    }
  }

  private pump(): void {
    if (this.isWaiting || this.sink === undefined || this.pending.lines === 0) return;
    if (this.sink.isOver()) {
      // It tells so only when it has closed, and would lose what it is given until then.
      this.fail(true);
      return;
    }
    const chunk = this.pending.take();
    this.unanswered += 1;
    this.isWaiting = true;
    const answer = (lost: number): void => {
      this.unanswered -= 1;
      this.drops.add(lost);
      this.tellWhenIdle();
    };
    try {
      const canTakeMore = this.sink.write(chunk, answer);
      if (canTakeMore) this.isWaiting = false;
    } catch {
      answer(chunk.lines);
      this.fail(true);
    }
  }

  private resume(): void {
    this.isWaiting = false;
    this.pump();
    this.tellWhenIdle();
  }

  /** The sink failed: leaves it alone for a while, and then tries it, or a new one. */
  private fail(isOver: boolean): void {
    reportOnce('the sink of audit events failed; what cannot be written is dropped and counted');
    this.isWaiting = true;
    if (isOver) {
      this.sink = undefined;
      if (typeof this.settings.sink !== 'function') {
        this.giveUp();
        return;
      }
    }
    this.recovery ??= setTimeout(() => {
      this.recovery = undefined;
      this.recover();
    }, RECOVERY_MILLISECONDS).unref();
  }

  private recover(): void {
    if (this.isOver) return;
    if (this.sink === undefined) {
      this.open();
      if (this.sink !== undefined) this.resume();
      return;
    }
    // An empty write makes a stream try again what it could not write, and adds nothing to it.
    this.attempt((sink) => {
      if (sink.write(NOTHING, () => undefined)) this.resume();
    });
  }

  /** Nothing can be written any more. */
  private giveUp(): void {
    this.isOver = true;
    this.drops.add(this.pending.take().lines);
    this.tellWhenIdle();
  }

  private attempt(action: (sink: OpenSink) => void): void {
    try {
      if (this.sink !== undefined) action(this.sink);
    } catch {
      this.fail(true);
    }
  }

  private tellWhenIdle(): void {
    if (!this.idle.isWatched) return;
    if (!this.isOver && (this.pending.lines > 0 || this.unanswered > 0)) return;
    const tell = this.idle.takeTellers();
    if (this.sink === undefined) tell();
    else {
      this.attempt((sink) => {
        sink.flush(tell);
      });
    }
  }
}
