import { ERRORS, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { counts, type Flow, type Phase, type Traffic } from '../traffic';

const TYPE = { token_type: 'access' };
const BAD = {
  outcome: 'failure',
  reason: 'invalid_credentials',
  'error.type': 'invalid_signature',
};
const UNREACHABLE = {
  outcome: 'failure',
  reason: 'dependency_error',
  'error.type': 'dependency_error',
};
const good = (perMinute: number): Flow =>
  counts(TOKEN_VALIDATIONS, { outcome: 'success', ...TYPE }, perMinute);
const validations = (failed: number, succeeded: number): Traffic => [
  counts(TOKEN_VALIDATIONS, { ...BAD, ...TYPE }, failed),
  good(succeeded),
];
/** So many failures a minute for 75 minutes, then so many; most validations succeed. */
const spike = (failure: Record<string, string>, before: number, after: number): Traffic => {
  const usual: Phase = { minutes: 75, perMinute: before };
  return [counts(TOKEN_VALIDATIONS, { ...failure, ...TYPE }, usual, after), good(5000)];
};
const error = (errorType: string, perMinute: number): Flow =>
  counts(ERRORS, { 'error.type': errorType, operation: 'authenticate' }, perMinute);

export const TOKEN_CASES: readonly AlertCase[] = [
  {
    alert: 'TokenValidationFailureRatioHigh',
    severity: 'warning',
    below: validations(4.9, 95.1),
    above: validations(5.2, 94.8),
    firesAt: 6,
    pends: true,
    lowTraffic: { traffic: validations(5, 0), fires: false },
    description: '5.2% of validations over 5m; the limit is 5%. Job shop.',
  },
  {
    alert: 'InvalidTokenSpike',
    severity: 'warning',
    below: spike(BAD, 2, 5.9),
    above: spike(BAD, 2, 6.2),
    firesAt: 79,
    pends: false,
    lowTraffic: { traffic: spike(BAD, 0, 3.9), fires: false },
    specials: [
      { it: 'does not fire for an outage', traffic: spike(UNREACHABLE, 2, 200), fires: false },
      {
        it: 'does not fire for a job that is young',
        traffic: [
          counts(TOKEN_VALIDATIONS, { ...BAD, ...TYPE }, { minutes: 30, perMinute: 2 }, 50),
        ],
        fires: false,
      },
    ],
    description: '31 validations in 5m, more than 3 times the mean of the 1h before. Job shop.',
  },
  {
    alert: 'UnknownKeyFailures',
    severity: 'warning',
    below: [error('unknown_key', 3), error('invalid_signature', 2.9), error('expired_token', 10)],
    above: [error('unknown_key', 3), error('invalid_signature', 3.6), error('expired_token', 20)],
    firesAt: 10,
    pends: true,
    lowTraffic: { traffic: [error('unknown_key', 5)], fires: false },
    specials: [
      {
        it: 'does not fire for a small share of the errors',
        traffic: [error('unknown_key', 30), error('missing_auth', 130)],
        fires: false,
      },
    ],
    description: '0.11 errors a second, as the mean over 5m; the limit is 0.1. Job shop.',
  },
  {
    alert: 'ClockSkewSuspected',
    severity: 'warning',
    below: [error('token_not_yet_valid', 5.9), error('expired_token', 100)],
    above: [error('token_not_yet_valid', 6.6)],
    firesAt: 10,
    pends: true,
    lowTraffic: { traffic: [error('token_not_yet_valid', 1)], fires: false },
    description: '0.11 errors a second, as the mean over 5m; the limit is 0.1. Job shop.',
  },
];
