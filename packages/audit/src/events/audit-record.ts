import type { AuthErrorType, AuthReason } from '@authmeter/core/conventions';
import type { Context } from '@opentelemetry/api';
import type { EventType } from './event-type';

/** The masked form of everything that is no address. */
export const UNKNOWN_ADDRESS = 'unknown';

/** One event as it may leave the process; what is not known is undefined. */
export interface AuditRecord {
  readonly type: EventType;
  readonly atEpochMilliseconds: number;
  readonly context: Context | undefined;
  readonly address: string | undefined;
  readonly country: string | undefined;
  readonly account: string | undefined;
  readonly session: string | undefined;
  readonly route: string | undefined;
  readonly errorType: AuthErrorType | undefined;
  readonly reason: AuthReason | undefined;
  /** In the order of the event's own attributes. */
  readonly details: readonly (string | number | undefined)[];
}
