import { Writable } from 'node:stream';
import type { Chunk } from '../queue/line-buffer';
import type { AuditSink } from './sink';

/** What happens to an open sink besides its answers. */
export interface SinkEvents {
  /** It can take more. */
  onDrain(): void;
  /** Something went wrong; whether the sink is of no further use. */
  onError(isOver: boolean): void;
  /** Lines that it took and then lost, as pino's streams say. */
  onLost(lines: number): void;
}

/** A sink under one set of rules, whoever made it. */
export interface OpenSink {
  /**
   * Writes lines. False asks to wait. May throw what the sink throws.
   *
   * @param onAnswer Is called once unless it throws, with the number of lines that were lost.
   */
  write(chunk: Chunk, onAnswer: (lostLines: number) => void): boolean;
  /** Writes out what it holds, where it can be told to; `done` is called once. */
  flush(done: () => void): void;
  end(): void;
  /** Whether it takes nothing more. */
  isOver(): boolean;
}

const LINE_FEED = '\n';

/** Listens to a sink and brings what its kind tells into one form. */
export function openSink(sink: AuditSink, events: SinkEvents): OpenSink {
  sink.on('drain', () => {
    events.onDrain();
  });
  sink.on('error', () => {
    events.onError(sink.destroyed === true);
  });
  sink.on('close', () => {
    events.onError(true);
  });
  // Of pino's streams, when their own buffer is full.
  sink.on('drop', (data: unknown) => {
    events.onLost(countLines(data));
  });
  return {
    ...(sink instanceof Writable ? answering(sink) : silent(sink)),
    end: () => {
      sink.end?.();
    },
    isOver: () => sink.destroyed === true,
  };
}

/** Every write is answered, so losses are known. */
function answering(sink: Writable): Pick<OpenSink, 'write' | 'flush'> {
  return {
    write: ({ bytes, lines }, onAnswer) =>
      sink.write(bytes, (error) => {
        onAnswer(error === null || error === undefined ? 0 : lines);
      }),
    flush: (done) => {
      done();
    },
  };
}

/** Writes are not answered: what was taken counts as written, unless the sink says otherwise. */
function silent(sink: AuditSink): Pick<OpenSink, 'write' | 'flush'> {
  return {
    write: ({ bytes }, onAnswer) => {
      const canTakeMore = sink.write(bytes.toString('latin1'));
      onAnswer(0);
      return canTakeMore;
    },
    flush: (done) => {
      if (sink.flush === undefined) done();
      else {
        sink.flush(() => {
          done();
        });
      }
    },
  };
}

function countLines(data: unknown): number {
  return typeof data === 'string' || Buffer.isBuffer(data)
    ? String(data).split(LINE_FEED).length - 1
    : 0;
}
