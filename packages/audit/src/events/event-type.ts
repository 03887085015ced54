import {
  AUDIT_EVENTS,
  AUDIT_SEVERITIES,
  type AuditEventDefinition,
  type AuditEventName,
} from '@authmeter/core/conventions';

/** The least severe number that is critical: such an event is never sampled, capped or displaced. */
export const CRITICAL_SEVERITY_NUMBER = AUDIT_SEVERITIES.ERROR;

/** An event with what is asked for each time it happens worked out. */
export interface EventType {
  readonly definition: AuditEventDefinition & { readonly name: AuditEventName };
  /** Its place in `EVENT_TYPES`. */
  readonly index: number;
  readonly severityNumber: number;
  readonly isCritical: boolean;
  /** Fields of the observation that the event carries besides its subject, as `attributes` of its definition. */
  readonly detailFields: readonly string[];
}

/** Every audit event, in the order of the conventions. */
export const EVENT_TYPES: readonly EventType[] = AUDIT_EVENTS.map((definition, index) => {
  const severityNumber = AUDIT_SEVERITIES[definition.severity];
  return {
    definition,
    index,
    severityNumber,
    isCritical: severityNumber >= CRITICAL_SEVERITY_NUMBER,
    detailFields: definition.attributes.map(({ field }) => field),
  };
});

/**
 * The type of an event.
 *
 * @throws RangeError for a name that no event has.
 */
export function eventTypeOf(name: AuditEventName): EventType {
  const type = EVENT_TYPES.find(({ definition }) => definition.name === name);
  if (type === undefined) throw new RangeError(`no audit event is called ${name}`);
  return type;
}
