import { METHOD } from '../attributes/attempt-attributes';
import { END_CAUSE } from '../attributes/token-attributes';
import { SESSION_BUCKETS_SECONDS } from '../buckets';
import type { MetricDefinition } from '../metric-definition';

export const LOGOUTS = {
  name: 'auth.logouts',
  kind: 'counter',
  unit: '{logout}',
  description: 'Logouts of somebody who was logged in.',
  attributes: [END_CAUSE],
  seeds: ['003'],
} as const satisfies MetricDefinition;

export const SESSIONS_ACTIVE = {
  name: 'auth.sessions.active',
  kind: 'upDownCounter',
  unit: '{session}',
  description: 'Sessions started less sessions ended, since this process started.',
  attributes: [METHOD],
  seeds: ['003', '004'],
} as const satisfies MetricDefinition;

export const SESSION_DURATION = {
  name: 'auth.session.duration.seconds',
  kind: 'histogram',
  unit: 's',
  description: 'How long a session lasted.',
  attributes: [END_CAUSE],
  buckets: SESSION_BUCKETS_SECONDS,
  seeds: ['003'],
} as const satisfies MetricDefinition;

export const USERS_ACTIVE = {
  name: 'auth.users.active',
  kind: 'gauge',
  unit: '{user}',
  description:
    'Distinct accounts with a success in the last 15 minutes, estimated in bounded memory.',
  attributes: [],
  seeds: ['003'],
} as const satisfies MetricDefinition;
