export {
  AUDIT_RETENTIONS,
  AUDIT_SEVERITIES,
  type AuditEventDefinition,
  type AuditRetention,
  type AuditSeverity,
  type EventSource,
} from './audit-event-definition';
export { AUDIT_EVENTS, type AuditEventName } from './audit-events';
export { FAILURE_ATTRIBUTES, SUBJECT_ATTRIBUTES, type EventAttribute } from './event-attributes';
export { EVENTS_SUPPRESSED } from './security-events';
export { ECS_VERSION, OCSF_AUTHENTICATION } from './siem-classes';
