/**
 * Where lines of text go: any `Writable` of Node, or a stream with the same methods such as pino's destinations and
 * transports.
 */
export interface AuditSink {
  /** False asks to wait for `drain`. */
  write(chunk: string): boolean;
  on(event: string, listener: (...values: unknown[]) => void): unknown;
  /** Whether it is of no further use. */
  readonly destroyed?: boolean;
  /** Of pino's streams: writes out what they hold. */
  flush?(callback: (error?: Error | null) => void): void;
  end?(): unknown;
}
