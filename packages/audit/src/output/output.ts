import type { AuditRecord } from '../events/audit-record';

/** Where records go. None of the methods throws or rejects. */
export interface Output {
  /** Takes a record, or counts it as lost. */
  add(record: AuditRecord): void;
  /** What was added may leave now. */
  endTurn(): void;
  /** Resolves when everything taken has left, or failed to, or after so many milliseconds. */
  flush(timeoutMilliseconds: number): Promise<void>;
  /** Flushes, counts what is left as lost, and lets go of what it opened. */
  close(timeoutMilliseconds: number): Promise<void>;
}
