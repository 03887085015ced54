import { ATTEMPTS, ERRORS } from '../metrics/attempt-metrics';
import { defineAlert } from './alert-definition';
import { MINIMUM_TRAFFIC, rateParameter, shareParameter } from './alert-parameter';
import { SERVER_FAULT_REASONS } from './server-faults';

const FAILED = { metric: ATTEMPTS, where: { outcome: ['failure'] } } as const;
const SERVER_FAULTS = {
  metric: ATTEMPTS,
  where: { outcome: ['failure'], reason: SERVER_FAULT_REASONS },
} as const;

/** Alerts on failed attempts, whatever was attempted. */
export const FAILURE_ALERTS = [
  defineAlert({
    name: 'AuthFailureRatioHigh',
    meaning: 'A large share of authentication attempts fails.',
    severity: 'warning',
    conditions: [
      {
        shape: 'share',
        part: FAILED,
        whole: [{ metric: ATTEMPTS }],
        windowSeconds: 300,
        threshold: shareParameter('authFailureRatioHigh', 0.5),
        minimumTraffic: MINIMUM_TRAFFIC,
      },
    ],
    keeps: [],
    forSeconds: 300,
    symptomOf: 'AuthServiceDown',
    seeds: ['000'],
  }),
  defineAlert({
    name: 'AuthServiceDown',
    meaning: "Authentication fails by the service's own fault or that of something it depends on.",
    severity: 'critical',
    conditions: [
      {
        shape: 'share',
        part: SERVER_FAULTS,
        whole: [{ metric: ATTEMPTS }],
        windowSeconds: 300,
        threshold: shareParameter('authServiceDown', 0.5),
        minimumTraffic: MINIMUM_TRAFFIC,
      },
    ],
    keeps: [],
    forSeconds: 120,
    seeds: ['002', '004'],
  }),
  defineAlert({
    name: 'AuthFailureRateHigh',
    meaning: 'Many authentication attempts fail.',
    severity: 'warning',
    conditions: [
      {
        shape: 'rate',
        of: FAILED,
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('authFailureRateHigh', 5, '{attempt}/s'),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['002'],
  }),
  defineAlert({
    name: 'AuthInvalidCredentialsHigh',
    meaning: 'Many wrong credentials are presented: an attack, or a client with a broken secret.',
    severity: 'critical',
    conditions: [
      {
        shape: 'rate',
        of: { metric: ATTEMPTS, where: { outcome: ['failure'], reason: ['invalid_credentials'] } },
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('authInvalidCredentialsHigh', 10, '{attempt}/s'),
      },
    ],
    keeps: [],
    forSeconds: 120,
    seeds: ['000'],
  }),
  defineAlert({
    name: 'AuthExpiredTokensHigh',
    meaning: 'Many tokens are used outside their validity window.',
    severity: 'warning',
    conditions: [
      {
        shape: 'rate',
        of: { metric: ATTEMPTS, where: { outcome: ['failure'], reason: ['expired_token'] } },
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('authExpiredTokensHigh', 1, '{attempt}/s'),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['000', '002'],
  }),
  defineAlert({
    name: 'AuthServerErrors',
    meaning: "Operations fail by the service's own errors, its configuration or its dependencies.",
    severity: 'critical',
    conditions: [
      {
        shape: 'rate',
        of: {
          metric: ERRORS,
          where: { 'error.type': ['dependency_error', 'configuration_error', 'internal_error'] },
        },
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('authServerErrors', 1, '{error}/s'),
      },
    ],
    keeps: [],
    forSeconds: 120,
    seeds: ['004'],
  }),
] as const;
