import { IP_ADDRESS, LIMITER, RATE_LIMIT_RESULT, USER_ID } from '../attributes/security-attributes';
import type { MetricDefinition } from '../metric-definition';

export const RATE_LIMIT_REQUESTS = {
  name: 'auth.rate_limit.requests',
  kind: 'counter',
  unit: '{request}',
  description: 'Decisions of rate limiters.',
  attributes: [LIMITER, RATE_LIMIT_RESULT],
  startsAtZero: {},
  seeds: ['001'],
} as const satisfies MetricDefinition;

export const RATE_LIMIT_HITS = {
  name: 'auth.rate_limit.hits',
  kind: 'counter',
  unit: '{hit}',
  description: 'Requests refused by a rate limiter, by source and account.',
  attributes: [LIMITER, IP_ADDRESS, USER_ID],
  seeds: ['000', '003', '004'],
} as const satisfies MetricDefinition;

export const RATE_LIMIT_USAGE = {
  name: 'auth.rate_limit.usage.ratio',
  kind: 'gauge',
  unit: '1',
  description: "Largest used share among a limiter's keys in the last 30 to 60 seconds.",
  attributes: [LIMITER],
  seeds: ['001'],
} as const satisfies MetricDefinition;
