import { OUTCOME } from '../attributes/attempt-attributes';
import {
  COUNTRY,
  IP_ADDRESS,
  LOCKOUT_CAUSE,
  LOCKOUT_TRANSITION,
  POLICY,
  SECURITY_EVENT,
  SEVERITY,
  USER_ID,
} from '../attributes/security-attributes';
import type { MetricDefinition } from '../metric-definition';

export const AUTHORIZATIONS = {
  name: 'auth.authorizations',
  kind: 'counter',
  unit: '{decision}',
  description: 'Decisions on what an authenticated caller may do.',
  attributes: [OUTCOME, POLICY],
  seeds: ['002'],
} as const satisfies MetricDefinition;

export const LOCKOUTS = {
  name: 'auth.lockouts',
  kind: 'counter',
  unit: '{lockout}',
  description: 'Accounts locked, unlocked, or released when their lock ran out.',
  attributes: [LOCKOUT_CAUSE, LOCKOUT_TRANSITION],
  startsAtZero: {},
  seeds: ['002', '003'],
} as const satisfies MetricDefinition;

export const SOURCE_FAILURES = {
  name: 'auth.source.failures',
  kind: 'counter',
  unit: '{failure}',
  description: "Failed attempts by masked source, the service's own faults left out.",
  attributes: [IP_ADDRESS],
  seeds: ['002', '003'],
} as const satisfies MetricDefinition;

export const ACCOUNT_FAILURES = {
  name: 'auth.account.failures',
  kind: 'counter',
  unit: '{failure}',
  description: "Failed attempts by hashed account, the service's own faults left out.",
  attributes: [USER_ID],
  seeds: ['002'],
} as const satisfies MetricDefinition;

export const SOURCE_COUNTRIES = {
  name: 'auth.source.countries',
  kind: 'counter',
  unit: '{attempt}',
  description: 'Attempts by country; only where the host supplies a locator.',
  attributes: [COUNTRY, OUTCOME],
  seeds: ['003'],
} as const satisfies MetricDefinition;

export const SECURITY_EVENTS_DETECTED = {
  name: 'auth.security.events',
  kind: 'counter',
  unit: '{event}',
  description: 'Detected attacks and security events.',
  attributes: [SECURITY_EVENT, SEVERITY],
  startsAtZero: {},
  seeds: ['001', '002', '004'],
} as const satisfies MetricDefinition;
