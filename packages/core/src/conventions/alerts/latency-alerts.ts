import { OPERATION } from '../attributes/attempt-attributes';
import { OPERATION_DURATION } from '../metrics/attempt-metrics';
import { TOKEN_VALIDATION_DURATION } from '../metrics/token-metrics';
import { defineAlert } from './alert-definition';
import { MINIMUM_TRAFFIC, secondsParameter } from './alert-parameter';

/** Below the highest finite bucket bound: no quantile is ever above that. */
const MOST_OPERATION_SECONDS = 9.9;
const MOST_VALIDATION_SECONDS = 60;

const P95 = {
  shape: 'quantile',
  quantile: 0.95,
  windowSeconds: 300,
  minimumTraffic: MINIMUM_TRAFFIC,
} as const;

const MEAN_VALIDATION = {
  shape: 'mean',
  of: { metric: TOKEN_VALIDATION_DURATION },
  windowSeconds: 300,
  minimumTraffic: MINIMUM_TRAFFIC,
} as const;

/** Alerts on slowness. */
export const LATENCY_ALERTS = [
  defineAlert({
    name: 'AuthLatencyElevated',
    meaning: 'An authentication operation is slower than usual.',
    severity: 'warning',
    conditions: [
      {
        ...P95,
        of: { metric: OPERATION_DURATION },
        threshold: secondsParameter('authLatencyElevated', 0.5, MOST_OPERATION_SECONDS),
      },
    ],
    keeps: [OPERATION],
    forSeconds: 300,
    milderThan: 'AuthLatencyHigh',
    seeds: ['003'],
  }),
  defineAlert({
    name: 'AuthLatencyHigh',
    meaning: 'An authentication operation is slow.',
    severity: 'critical',
    conditions: [
      {
        ...P95,
        of: { metric: OPERATION_DURATION },
        threshold: secondsParameter('authLatencyHigh', 1, MOST_OPERATION_SECONDS),
      },
    ],
    keeps: [OPERATION],
    forSeconds: 300,
    seeds: ['003'],
  }),
  defineAlert({
    name: 'LoginLatencyHigh',
    meaning: 'Logins are slow.',
    severity: 'warning',
    conditions: [
      {
        ...P95,
        of: { metric: OPERATION_DURATION, where: { operation: ['login'] } },
        threshold: secondsParameter('loginLatencyHigh', 2, MOST_OPERATION_SECONDS),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['004'],
  }),
  defineAlert({
    name: 'RefreshLatencyHigh',
    meaning: 'Token refreshes are slow.',
    severity: 'warning',
    conditions: [
      {
        ...P95,
        of: { metric: OPERATION_DURATION, where: { operation: ['token_refresh'] } },
        threshold: secondsParameter('refreshLatencyHigh', 1, MOST_OPERATION_SECONDS),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['004'],
  }),
  defineAlert({
    name: 'TokenValidationSlow',
    meaning: 'Token validations take longer than they should.',
    severity: 'warning',
    conditions: [
      {
        ...MEAN_VALIDATION,
        threshold: secondsParameter('tokenValidationSlow', 0.05, MOST_VALIDATION_SECONDS),
      },
    ],
    keeps: [],
    forSeconds: 300,
    milderThan: 'TokenValidationVerySlow',
    seeds: ['003'],
  }),
  defineAlert({
    name: 'TokenValidationVerySlow',
    meaning: 'Token validations take very long.',
    severity: 'critical',
    conditions: [
      {
        ...MEAN_VALIDATION,
        threshold: secondsParameter('tokenValidationVerySlow', 0.1, MOST_VALIDATION_SECONDS),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['003'],
  }),
] as const;
