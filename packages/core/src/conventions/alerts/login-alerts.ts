import { LOGINS, REGISTRATIONS } from '../metrics/attempt-metrics';
import { defineAlert } from './alert-definition';
import {
  countParameter,
  factorParameter,
  MINIMUM_TRAFFIC,
  shareParameter,
} from './alert-parameter';

const FAILED_LOGINS = {
  shape: 'share',
  part: { metric: LOGINS, where: { outcome: ['failure'] } },
  whole: [{ metric: LOGINS }],
  windowSeconds: 300,
  minimumTraffic: MINIMUM_TRAFFIC,
} as const;

/** Alerts on people who log in or sign up. */
export const LOGIN_ALERTS = [
  defineAlert({
    name: 'LoginFailureRatioElevated',
    meaning: 'More logins fail than usual.',
    severity: 'warning',
    conditions: [{ ...FAILED_LOGINS, threshold: shareParameter('loginFailureRatioElevated', 0.1) }],
    keeps: [],
    forSeconds: 300,
    milderThan: 'LoginFailureRatioHigh',
    symptomOf: 'AuthServiceDown',
    seeds: ['003'],
  }),
  defineAlert({
    name: 'LoginFailureRatioHigh',
    meaning: 'A large share of logins fails.',
    severity: 'critical',
    conditions: [{ ...FAILED_LOGINS, threshold: shareParameter('loginFailureRatioHigh', 0.2) }],
    keeps: [],
    forSeconds: 300,
    symptomOf: 'AuthServiceDown',
    seeds: ['003', '004'],
  }),
  defineAlert({
    name: 'RegistrationFailureRatioHigh',
    meaning: 'A large share of registrations fails.',
    severity: 'warning',
    conditions: [
      {
        shape: 'share',
        part: { metric: REGISTRATIONS, where: { outcome: ['failure'] } },
        whole: [{ metric: REGISTRATIONS }],
        windowSeconds: 300,
        threshold: shareParameter('registrationFailureRatioHigh', 0.1),
        minimumTraffic: MINIMUM_TRAFFIC,
      },
    ],
    keeps: [],
    forSeconds: 300,
    symptomOf: 'AuthServiceDown',
    seeds: ['003'],
  }),
  defineAlert({
    name: 'RegistrationSpike',
    meaning: 'Far more accounts are being registered than in the hour before.',
    severity: 'warning',
    conditions: [
      {
        shape: 'growth',
        of: { metric: REGISTRATIONS },
        windowSeconds: 600,
        pastSeconds: 3600,
        threshold: factorParameter('registrationSpike', 5, 1000),
      },
      {
        shape: 'increase',
        of: { metric: REGISTRATIONS },
        windowSeconds: 600,
        threshold: countParameter('registrationSpikeMinimum', 20, '{registration}'),
      },
    ],
    keeps: [],
    forSeconds: 0,
    seeds: ['003'],
  }),
] as const;
