import { defineEvents, type AuditEventDefinition } from './audit-event-definition';
import { DETAIL_ATTRIBUTES, EVIDENCE_ATTRIBUTES, type EventAttribute } from './event-attributes';

const { kind, windowSeconds, limiter } = DETAIL_ATTRIBUTES;

/** Signs of an attack, and what was done against it. */
export const SECURITY_AUDIT_EVENTS = defineEvents([
  {
    name: 'auth.token.reuse',
    severity: 'ERROR',
    meaning: 'A one-time credential came a second time.',
    sources: [{ kind: 'security_event', where: { event: 'token_reuse' } }],
    attributes: EVIDENCE_ATTRIBUTES,
    retention: 'security',
    isFloodable: false,
    owasp: 'authn_token_reuse',
    ecs: {
      kind: 'alert',
      category: ['authentication', 'intrusion_detection'],
      type: ['info'],
      outcome: 'failure',
    },
    ocsf: {
      activity: 'other',
      activityName: 'Token Reuse',
      status: 'failure',
      severity: 'high',
    },
  },
  {
    name: 'auth.csrf.failure',
    severity: 'WARN',
    meaning: 'A request failed its check against forgery across sites.',
    sources: [{ kind: 'security_event', where: { event: 'csrf_failure' } }],
    attributes: EVIDENCE_ATTRIBUTES,
    retention: 'security',
    isFloodable: true,
    ecs: {
      kind: 'event',
      category: ['intrusion_detection'],
      type: ['denied'],
      outcome: 'failure',
    },
    ocsf: {
      activity: 'other',
      activityName: 'Cross-Site Request',
      status: 'failure',
      severity: 'medium',
    },
  },
  {
    name: 'auth.rate_limit.exceeded',
    severity: 'WARN',
    meaning: 'A rate limiter refused a request.',
    sources: [{ kind: 'rate_limit', where: { result: 'limited' } }],
    attributes: [limiter],
    retention: 'authentication',
    isFloodable: true,
    owasp: 'excess_rate_limit_exceeded',
    ecs: {
      kind: 'event',
      category: ['intrusion_detection'],
      type: ['denied'],
      outcome: 'failure',
    },
    ocsf: {
      activity: 'other',
      activityName: 'Rate Limit',
      status: 'failure',
      severity: 'low',
    },
  },
  {
    name: 'auth.attack.suspected',
    severity: 'ERROR',
    meaning: 'What happens looks like an attack.',
    // Every security event that has no event of its own.
    sources: [{ kind: 'security_event' }],
    attributes: [kind, ...EVIDENCE_ATTRIBUTES],
    retention: 'security',
    isFloodable: false,
    owasp: 'authn_login_fail_max',
    owaspByKind: {
      impossible_travel: 'authn_impossible_travel',
      session_use_after_expire: 'session_use_after_expire',
    },
    ecs: { kind: 'alert', category: ['intrusion_detection'], type: ['info'] },
    ocsf: {
      activity: 'other',
      activityName: 'Suspected Attack',
      status: 'unknown',
      severity: 'critical',
    },
  },
  {
    name: 'auth.attack.ended',
    severity: 'INFO',
    meaning: 'What looked like an attack is over.',
    sources: [{ kind: 'security_event_end' }],
    attributes: [kind, ...EVIDENCE_ATTRIBUTES],
    retention: 'security',
    isFloodable: false,
    ecs: { kind: 'event', category: ['intrusion_detection'], type: ['info'] },
    ocsf: {
      activity: 'other',
      activityName: 'End of a Suspected Attack',
      status: 'unknown',
      severity: 'informational',
    },
  },
]);

/** What the summary of suppressed events carries. */
export const SUPPRESSION_ATTRIBUTES = [
  {
    key: 'event',
    field: 'event',
    meaning: 'Which event was left out.',
    treatment: 'event_name',
  },
  {
    key: 'suppressed_events',
    field: 'suppressedEvents',
    meaning: 'How many of it.',
    treatment: 'count',
  },
  windowSeconds,
] as const satisfies readonly EventAttribute[];

/** Says what the rate caps and the sampling of the audit log left out, once for each window and event. */
export const EVENTS_SUPPRESSED: AuditEventDefinition<'auth.audit.suppressed'> = {
  name: 'auth.audit.suppressed',
  severity: 'WARN',
  meaning: 'Events were left out, by a rate cap or by sampling.',
  sources: [],
  attributes: SUPPRESSION_ATTRIBUTES,
  retention: 'security',
  isFloodable: false,
  ecs: { kind: 'event', category: ['authentication'], type: ['info'] },
  ocsf: {
    activity: 'other',
    activityName: 'Events Suppressed',
    status: 'unknown',
    severity: 'medium',
  },
};
