import { type AttributeDefinition } from '../attributes/attribute-definition';
import { COMPONENT } from '../attributes/service-attributes';
import type { MetricDefinition } from '../metric-definition';
import { RATE_LIMIT_HITS } from './rate-limit-metrics';
import { ACCOUNT_FAILURES, SOURCE_FAILURES } from './security-metrics';

const FOLDING_METRIC = {
  key: 'metric',
  meaning: 'Which metric folded a source or an account into `other`.',
  values: [SOURCE_FAILURES.name, ACCOUNT_FAILURES.name, RATE_LIMIT_HITS.name],
} as const satisfies AttributeDefinition;

export const FOLDED = {
  name: 'auth.instrumentation.folded',
  kind: 'counter',
  unit: '{value}',
  description: 'Events whose source or account was folded into `other`.',
  attributes: [FOLDING_METRIC],
  startsAtZero: {},
  seeds: ['001'],
} as const satisfies MetricDefinition;

export const INSTRUMENTATION_FAILURES = {
  name: 'auth.instrumentation.failures',
  kind: 'counter',
  unit: '{failure}',
  description: "Failures inside Authmeter or a callback given to it; none reaches the host's code.",
  attributes: [COMPONENT],
  seeds: ['001'],
} as const satisfies MetricDefinition;

export const DROPPED_EVENTS = {
  name: 'auth.instrumentation.dropped_events',
  kind: 'counter',
  unit: '{event}',
  description: 'Measurements or events that a full buffer could not keep.',
  attributes: [COMPONENT],
  seeds: ['001'],
} as const satisfies MetricDefinition;
