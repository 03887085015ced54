import { OUTCOME } from '../attributes/attempt-attributes';
import { CREDENTIAL_STATE, CREDENTIAL_TYPE } from '../attributes/service-attributes';
import type { MetricDefinition } from '../metric-definition';

export const CREDENTIAL_ROTATIONS = {
  name: 'auth.credential.rotations',
  kind: 'counter',
  unit: '{rotation}',
  description: "Rotations of the service's own credentials.",
  attributes: [CREDENTIAL_TYPE, OUTCOME],
  startsAtZero: {},
  seeds: ['001'],
} as const satisfies MetricDefinition;

export const CREDENTIAL_AGE = {
  name: 'auth.credential.age.seconds',
  kind: 'gauge',
  unit: 's',
  description: "Age of the service's own credentials.",
  attributes: [CREDENTIAL_TYPE, CREDENTIAL_STATE],
  seeds: ['001'],
} as const satisfies MetricDefinition;
