import { ATTEMPTS } from '../metrics/attempt-metrics';
import { defineAlert } from './alert-definition';
import { factorParameter, MINIMUM_TRAFFIC, type AlertParameter } from './alert-parameter';
import { SERVER_FAULT_REASONS } from './server-faults';

/** Share of attempts that do not fail by the service's own fault, over 30 days. */
export const AVAILABILITY_OBJECTIVE: AlertParameter<'availabilityObjective'> = {
  name: 'availabilityObjective',
  default: 0.999,
  unit: '1',
  least: 0.95,
  most: 0.99999,
};

/** With the least objective, more than this many times the budget would be more than all attempts. */
const MOST_BURN = 19;

const SERVER_FAULTS_OF_ATTEMPTS = {
  shape: 'burn',
  part: { metric: ATTEMPTS, where: { outcome: ['failure'], reason: SERVER_FAULT_REASONS } },
  whole: { metric: ATTEMPTS },
  objective: AVAILABILITY_OBJECTIVE,
  minimumTraffic: MINIMUM_TRAFFIC,
} as const;

/** Alerts on the error budget. Failures that the caller has to mend do not spend it. */
export const AVAILABILITY_ALERTS = [
  defineAlert({
    name: 'AuthAvailabilityBurnFast',
    meaning: 'The error budget of authentication will be gone within days.',
    severity: 'critical',
    conditions: [
      {
        ...SERVER_FAULTS_OF_ATTEMPTS,
        windowsSeconds: [300, 3600],
        threshold: factorParameter('authAvailabilityBurnFast', 14.4, MOST_BURN),
      },
    ],
    keeps: [],
    forSeconds: 120,
    symptomOf: 'AuthServiceDown',
    seeds: ['001'],
  }),
  defineAlert({
    name: 'AuthAvailabilityBurnSlow',
    meaning: 'The error budget of authentication is being spent too fast.',
    severity: 'warning',
    conditions: [
      {
        ...SERVER_FAULTS_OF_ATTEMPTS,
        windowsSeconds: [1800, 21_600],
        threshold: factorParameter('authAvailabilityBurnSlow', 6, MOST_BURN),
      },
    ],
    keeps: [],
    forSeconds: 900,
    milderThan: 'AuthAvailabilityBurnFast',
    symptomOf: 'AuthServiceDown',
    seeds: ['001'],
  }),
] as const;
