import type { EventAttribute } from './event-attributes';
import type { EcsClass, OcsfClass } from './siem-classes';

/** Severities of audit events: OpenTelemetry's numbers for the texts. Source: OpenTelemetry logs data model. */
export const AUDIT_SEVERITIES = { INFO: 9, WARN: 13, ERROR: 17 } as const;
export type AuditSeverity = keyof typeof AUDIT_SEVERITIES;

/** How long an event is to be kept. Source: seed 003: 90 days, and one year where nobody can change it. */
export const AUDIT_RETENTIONS = { authentication: 90, security: 365 } as const;
export type AuditRetention = keyof typeof AUDIT_RETENTIONS;

/**
 * An observation that yields an event: its kind, and the values that its fields must have. `errorType` is the type
 * of its failure, however that was found. Where several fit, one that names an error type goes first, and then the one
 * that names more fields.
 */
export interface EventSource {
  readonly kind: string;
  readonly where?: Readonly<Record<string, string>>;
  /** Only where the observation is no part of a request or operation that tells the same by itself. */
  readonly standalone?: true;
}

/** Begins with what the event is about. */
type EventName = `auth.${string}` | `session.${string}`;

/** One audit event: everything that the code, the docs and the pipelines need to know of it. */
export interface AuditEventDefinition<Name extends EventName = EventName> {
  /** Event name, as in the log record's `eventName`. */
  readonly name: Name;
  readonly severity: AuditSeverity;
  /** One sentence: what happened. It is the body of the record. */
  readonly meaning: string;
  /** What yields it; empty for an event of the audit log's own. */
  readonly sources: readonly EventSource[];
  /** What it carries besides the subject and, for a failure, its reason. */
  readonly attributes: readonly EventAttribute[];
  readonly retention: AuditRetention;
  /** Whether anybody can cause any number of it; then a rate cap holds by default. */
  readonly isFloodable: boolean;
  /** The word of the OWASP logging vocabulary; absent where it has none. */
  readonly owasp?: string;
  /** Words that are closer, by the kind of a suspected attack. */
  readonly owaspByKind?: Readonly<Record<string, string>>;
  readonly ecs: EcsClass;
  readonly ocsf: OcsfClass;
}

/** Checks definitions where they are written, and keeps their names as types and nothing else of them. */
export function defineEvents<const Name extends EventName>(
  definitions: readonly AuditEventDefinition<Name>[],
): readonly AuditEventDefinition<Name>[] {
  return definitions;
}
