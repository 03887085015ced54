import type { AuthErrorCategory, CountedObservation, SubjectFacts } from '@authmeter/core';
import type { Context } from '@opentelemetry/api';
import type { EventType } from './event-type';

/**
 * One event as it waits for the end of the turn: what it needs of the observation, still raw, and nothing else. It
 * holds no error, because an error may hold anything.
 */
export interface AuditEntry {
  readonly type: EventType;
  readonly atEpochMilliseconds: number;
  /** Where it happened; undefined for an event of the audit log's own. */
  readonly context: Context | undefined;
  readonly failure: AuthErrorCategory | undefined;
  readonly sourceAddress: unknown;
  readonly accountId: unknown;
  readonly sessionId: unknown;
  readonly route: unknown;
  /** In the order of the event's own attributes. */
  readonly details: readonly unknown[];
}

/** Copies what an event needs, because the observation belongs to the host and may change. */
export function createEntry(
  type: EventType,
  { observation, failure, atEpochMilliseconds, context }: CountedObservation,
): AuditEntry {
  const { sourceAddress, accountId, sessionId, route } = observation as SubjectFacts;
  const details: unknown[] = [];
  for (const field of type.detailFields) {
    details.push((observation as unknown as Readonly<Record<string, unknown>>)[field]);
  }
  return {
    type,
    atEpochMilliseconds,
    context,
    failure,
    sourceAddress,
    accountId,
    sessionId,
    route,
    details,
  };
}

/** An entry about nobody, for events of the audit log's own. */
export function createOwnEntry(
  type: EventType,
  atEpochMilliseconds: number,
  details: readonly unknown[],
): AuditEntry {
  return {
    type,
    atEpochMilliseconds,
    context: undefined,
    failure: undefined,
    sourceAddress: undefined,
    accountId: undefined,
    sessionId: undefined,
    route: undefined,
    details,
  };
}
