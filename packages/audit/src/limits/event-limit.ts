import type { AuditEventName } from '@authmeter/core/conventions';

/** How many events of one name are written. */
export interface EventLimit {
  /** Most events in a window, 1 to 1,000,000, or `Infinity`. Default: as the option `mostPerWindow` says. */
  readonly mostPerWindow?: number;
  /** Share of the events that is written, above 0 and at most 1; which ones is even, not random. Default 1. */
  readonly share?: number;
}

/** Limits by name of event; critical events take none. */
export type EventLimits = Readonly<Partial<Record<AuditEventName, EventLimit>>>;
