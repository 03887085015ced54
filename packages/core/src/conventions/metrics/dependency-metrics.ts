import { OUTCOME } from '../attributes/attempt-attributes';
import { DEPENDENCY } from '../attributes/service-attributes';
import { OPERATION_BUCKETS_SECONDS } from '../buckets';
import type { MetricDefinition } from '../metric-definition';

export const DEPENDENCY_UP = {
  name: 'auth.dependency.up',
  kind: 'gauge',
  unit: '{dependency}',
  description: '1 when the last check of the dependency succeeded, 0 when it failed.',
  attributes: [DEPENDENCY],
  seeds: ['002', '003', '004'],
} as const satisfies MetricDefinition;

export const DEPENDENCY_CHECK_DURATION = {
  name: 'auth.dependency.check.duration.seconds',
  kind: 'histogram',
  unit: 's',
  description: 'Time that a health check of a dependency took.',
  attributes: [DEPENDENCY, OUTCOME],
  buckets: OPERATION_BUCKETS_SECONDS,
  seeds: ['003'],
} as const satisfies MetricDefinition;
