import { ACCOUNT_EVENTS } from './account-events';
import type { AuditEventDefinition } from './audit-event-definition';
import { LOGIN_EVENTS } from './login-events';
import { EVENTS_SUPPRESSED, SECURITY_AUDIT_EVENTS } from './security-events';
import { TOKEN_EVENTS } from './token-events';

/** Every audit event, in documentation order. */
export const AUDIT_EVENTS = [
  ...LOGIN_EVENTS,
  ...TOKEN_EVENTS,
  ...ACCOUNT_EVENTS,
  ...SECURITY_AUDIT_EVENTS,
  EVENTS_SUPPRESSED,
] as const satisfies readonly AuditEventDefinition[];

/** The name of one of Authmeter's audit events. */
export type AuditEventName = (typeof AUDIT_EVENTS)[number]['name'];
