import {
  AUDIT_EVENTS,
  AUDIT_RETENTIONS,
  FAILURE_ATTRIBUTES,
  SUBJECT_ATTRIBUTES,
  type AuditEventDefinition,
  type AuditRetention,
} from '@authmeter/core/conventions';

const EVENTS: readonly AuditEventDefinition[] = AUDIT_EVENTS;

/** How long audit events are kept, longest first. */
export const RETENTIONS = (Object.keys(AUDIT_RETENTIONS) as AuditRetention[]).sort(
  (a, b) => AUDIT_RETENTIONS[b] - AUDIT_RETENTIONS[a],
);

/** Log records that are no audit event, as a condition of OTTL. */
export const IS_NO_AUDIT_EVENT = String.raw`not IsMatch(log.event_name, "^(auth|session)\\.")`;

/**
 * Conditions under which a log record is dropped, so that those of one retention are left. An audit event that is
 * not known here is kept longest: the services may be newer than this configuration.
 */
export function dropOthers(retention: AuditRetention): readonly string[] {
  if (retention !== RETENTIONS[0]) return [`not (${isOneOf((other) => other === retention)})`];
  return [IS_NO_AUDIT_EVENT, isOneOf((other) => other !== retention)];
}

function isOneOf(isChosen: (retention: AuditRetention) => boolean): string {
  return EVENTS.filter((event) => isChosen(event.retention))
    .map(({ name }) => `log.event_name == "${name}"`)
    .join(' or ');
}

/** Attributes that describe who sent it, and no person. */
const RESOURCE_KEYS = [
  'service.name',
  'service.namespace',
  'service.version',
  'service.instance.id',
  'deployment.environment.name',
  'host.name',
  'container.id',
  'k8s.cluster.name',
  'k8s.namespace.name',
  'k8s.pod.name',
  'telemetry.sdk.language',
  'telemetry.sdk.name',
  'telemetry.sdk.version',
];

/** The only attributes that an audit event may carry on. */
export const ALLOWED_KEYS: readonly string[] = [
  ...new Set([
    ...[
      ...Object.values(SUBJECT_ATTRIBUTES),
      ...FAILURE_ATTRIBUTES,
      ...EVENTS.flatMap(({ attributes }) => attributes),
    ].map(({ key }) => key),
    ...RESOURCE_KEYS,
  ]),
];

/** Values that must not be in an audit event, wherever they come from. */
export const BLOCKED_VALUES: readonly string[] = [
  // A token of three parts, as in JWT.
  String.raw`\bey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*`,
  // A credential behind the name of its scheme.
  String.raw`(?i)\b(?:bearer|basic|digest)\s+[A-Za-z0-9._~+/=-]{8,}`,
  // An e-mail address.
  String.raw`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`,
];
