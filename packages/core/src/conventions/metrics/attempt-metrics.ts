import { ERROR_TYPE, METHOD, OPERATION, OUTCOME, REASON } from '../attributes/attempt-attributes';
import { OPERATION_BUCKETS_SECONDS } from '../buckets';
import type { MetricDefinition } from '../metric-definition';

/** Methods whose failures start at zero where the option `methods` names none. Source: seeds 000 and 003. */
const USUAL_METHODS = ['jwt', 'api_key', 'oauth', 'password'];

export const ATTEMPTS = {
  name: 'auth.attempts',
  kind: 'counter',
  unit: '{attempt}',
  description:
    'Authentication attempts of every kind: requests to something protected, and logins.',
  attributes: [OUTCOME, REASON, ERROR_TYPE, METHOD],
  startsAtZero: { method: USUAL_METHODS },
  seeds: ['000', '002'],
} as const satisfies MetricDefinition;

export const LOGINS = {
  name: 'auth.logins',
  kind: 'counter',
  unit: '{login}',
  description: 'Login ceremonies; each is one attempt too.',
  attributes: [OUTCOME, REASON, ERROR_TYPE, METHOD],
  startsAtZero: { method: ['oauth', 'password'] },
  seeds: ['003', '004'],
} as const satisfies MetricDefinition;

export const REGISTRATIONS = {
  name: 'auth.registrations',
  kind: 'counter',
  unit: '{registration}',
  description: 'Accounts created, or refused.',
  attributes: [OUTCOME, REASON, METHOD],
  startsAtZero: { method: ['oauth', 'password'] },
  seeds: ['003'],
} as const satisfies MetricDefinition;

export const OPERATION_DURATION = {
  name: 'auth.operation.duration.seconds',
  kind: 'histogram',
  unit: 's',
  description: 'Time until an authentication operation was decided.',
  attributes: [OPERATION, OUTCOME],
  buckets: OPERATION_BUCKETS_SECONDS,
  seeds: ['001', '003', '004'],
} as const satisfies MetricDefinition;

export const ERRORS = {
  name: 'auth.errors',
  kind: 'counter',
  unit: '{error}',
  description: 'Failures of all operations by precise type, each counted once.',
  attributes: [ERROR_TYPE, OPERATION],
  startsAtZero: {
    'error.type': [
      'token_not_yet_valid',
      'unknown_key',
      'invalid_signature',
      'dependency_error',
      'configuration_error',
      'internal_error',
    ],
    operation: ['authenticate', 'login', 'token_refresh'],
  },
  seeds: ['002', '004'],
} as const satisfies MetricDefinition;
