import type { AuditRecord } from '../events/audit-record';
import { EVENT_TYPES } from '../events/event-type';

/** The field that tells the kind of an attack. */
const KIND_KEY = 'kind';

/** Where the kind is among the details of each event; -1 where it has none. */
const KIND_PLACES = EVENT_TYPES.map(({ definition }) =>
  definition.attributes.findIndex(({ key }) => key === KIND_KEY),
);

/** The word that the OWASP logging vocabulary has for an event; undefined where it has none. */
export function owaspWordOf({ type, details }: AuditRecord): string | undefined {
  const { owasp, owaspByKind } = type.definition;
  if (owaspByKind === undefined) return owasp;
  const kind = details[KIND_PLACES[type.index] ?? -1];
  return (typeof kind === 'string' ? owaspByKind[kind] : undefined) ?? owasp;
}
