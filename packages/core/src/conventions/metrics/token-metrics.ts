import { ERROR_TYPE, METHOD, OUTCOME, REASON } from '../attributes/attempt-attributes';
import {
  END_CAUSE,
  GRANT_TYPE,
  KEY_LOOKUP_RESULT,
  TOKEN_TYPE,
} from '../attributes/token-attributes';
import {
  REMAINING_LIFETIME_BUCKETS_SECONDS,
  TOKEN_AGE_BUCKETS_SECONDS,
  TOKEN_VALIDATION_BUCKETS_SECONDS,
} from '../buckets';
import type { MetricDefinition } from '../metric-definition';

export const TOKEN_VALIDATIONS = {
  name: 'auth.token.validations',
  kind: 'counter',
  unit: '{validation}',
  description: 'Verifications of one token; one inside an attempt gives the attempt its reason.',
  attributes: [OUTCOME, REASON, ERROR_TYPE, TOKEN_TYPE],
  startsAtZero: { token_type: ['access'] },
  seeds: ['001', '003'],
} as const satisfies MetricDefinition;

export const TOKEN_VALIDATION_DURATION = {
  name: 'auth.token.validation.duration.seconds',
  kind: 'histogram',
  unit: 's',
  description: 'Time that the verification of one token took.',
  attributes: [OUTCOME],
  buckets: TOKEN_VALIDATION_BUCKETS_SECONDS,
  seeds: ['001', '003'],
} as const satisfies MetricDefinition;

export const TOKEN_AGE = {
  name: 'auth.token.age.seconds',
  kind: 'histogram',
  unit: 's',
  description: 'Age of a token when it was accepted.',
  attributes: [METHOD],
  buckets: TOKEN_AGE_BUCKETS_SECONDS,
  seeds: ['000'],
} as const satisfies MetricDefinition;

export const TOKEN_REMAINING_LIFETIME = {
  name: 'auth.token.remaining_lifetime.seconds',
  kind: 'histogram',
  unit: 's',
  description:
    'Time left until an accepted token expires; one that never does is above all bounds.',
  attributes: [METHOD],
  buckets: REMAINING_LIFETIME_BUCKETS_SECONDS,
  seeds: ['000'],
} as const satisfies MetricDefinition;

export const TOKEN_ISSUANCES = {
  name: 'auth.token.issuances',
  kind: 'counter',
  unit: '{token}',
  description: 'Tokens issued.',
  attributes: [TOKEN_TYPE, GRANT_TYPE],
  seeds: ['003'],
} as const satisfies MetricDefinition;

export const TOKEN_REFRESHES = {
  name: 'auth.token.refreshes',
  kind: 'counter',
  unit: '{refresh}',
  description: 'Refresh tokens exchanged, or refused.',
  attributes: [OUTCOME, REASON],
  startsAtZero: {},
  seeds: ['004'],
} as const satisfies MetricDefinition;

export const TOKEN_REVOCATIONS = {
  name: 'auth.token.revocations',
  kind: 'counter',
  unit: '{token}',
  description: 'Tokens withdrawn before their time.',
  attributes: [TOKEN_TYPE, END_CAUSE],
  seeds: ['004'],
} as const satisfies MetricDefinition;

export const KEY_LOOKUPS = {
  name: 'auth.key.lookups',
  kind: 'counter',
  unit: '{lookup}',
  description: 'Look-ups of a verification key.',
  attributes: [KEY_LOOKUP_RESULT],
  seeds: ['002'],
} as const satisfies MetricDefinition;
