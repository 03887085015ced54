import { ATTEMPTS, ERRORS } from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { counts, type Traffic } from '../traffic';

const METHOD = { method: 'password' };
const succeed = (perMinute: number) =>
  counts(ATTEMPTS, { outcome: 'success', ...METHOD }, perMinute);
const fail = (reason: string, errorType: string, perMinute: number) =>
  counts(ATTEMPTS, { outcome: 'failure', reason, 'error.type': errorType, ...METHOD }, perMinute);
const wrong = (perMinute: number) => fail('invalid_credentials', 'invalid_credentials', perMinute);
const error = (errorType: string, perMinute: number) =>
  counts(ERRORS, { 'error.type': errorType, operation: 'login' }, perMinute);
const faults = (dependency: number, internal: number): Traffic => [
  fail('dependency_error', 'dependency_error', dependency),
  fail('internal_error', 'configuration_error', internal),
];

export const FAILURE_CASES: readonly AlertCase[] = [
  {
    alert: 'AuthFailureRatioHigh',
    severity: 'warning',
    below: [wrong(49), succeed(51)],
    above: [wrong(51), succeed(49)],
    firesAt: 6,
    pends: true,
    lowTraffic: { traffic: [wrong(5)], fires: false },
    specials: [
      {
        it: 'fires without a single success',
        traffic: [wrong(7), counts(ATTEMPTS, { outcome: 'failure', method: 'jwt' }, 0)],
        fires: true,
      },
    ],
    description: '51% of attempts over 5m; the limit is 50%. Job shop.',
  },
  {
    alert: 'AuthServiceDown',
    severity: 'critical',
    below: [...faults(29, 20), succeed(51)],
    above: [...faults(30, 21), succeed(49)],
    firesAt: 3,
    pends: true,
    also: ['AuthAvailabilityBurnFast'],
    lowTraffic: { traffic: faults(3, 2), fires: false },
    specials: [
      { it: 'does not fire for wrong passwords', traffic: [wrong(500), succeed(1)], fires: false },
    ],
    description: '51% of attempts over 5m; the limit is 50%. Job shop.',
  },
  {
    alert: 'AuthFailureRateHigh',
    severity: 'warning',
    below: [wrong(194), ...faults(100, 0), succeed(2000)],
    above: [wrong(206), ...faults(100, 0), succeed(20_000)],
    firesAt: 10,
    pends: true,
    lowTraffic: { traffic: [wrong(5)], fires: false },
    description: '5.10 attempts a second, as the mean over 5m; the limit is 5. Job shop.',
  },
  {
    alert: 'AuthInvalidCredentialsHigh',
    severity: 'critical',
    below: [wrong(588), succeed(2000)],
    above: [wrong(400), fail('invalid_credentials', 'invalid_signature', 212), succeed(2000)],
    firesAt: 7,
    pends: true,
    lowTraffic: { traffic: [wrong(5)], fires: false },
    specials: [
      {
        it: 'does not count other reasons',
        traffic: [wrong(500), fail('missing_auth', 'missing_auth', 500)],
        fires: false,
      },
    ],
    description: '10.20 attempts a second, as the mean over 5m; the limit is 10. Job shop.',
  },
  {
    alert: 'AuthExpiredTokensHigh',
    severity: 'warning',
    below: [fail('expired_token', 'expired_token', 59), succeed(200)],
    above: [
      fail('expired_token', 'expired_token', 45),
      fail('expired_token', 'token_not_yet_valid', 18),
      succeed(200),
    ],
    firesAt: 10,
    pends: true,
    lowTraffic: { traffic: [fail('expired_token', 'expired_token', 5)], fires: false },
    description: '1.05 attempts a second, as the mean over 5m; the limit is 1. Job shop.',
  },
  {
    alert: 'AuthServerErrors',
    severity: 'critical',
    below: [error('dependency_error', 30), error('configuration_error', 28)],
    above: [
      error('dependency_error', 30),
      error('configuration_error', 18),
      error('internal_error', 15),
    ],
    firesAt: 7,
    pends: true,
    lowTraffic: { traffic: [error('internal_error', 5)], fires: false },
    specials: [
      {
        it: 'does not count errors of clients',
        traffic: [error('invalid_credentials', 500), error('internal_error', 5)],
        fires: false,
      },
    ],
    description: '1.05 errors a second, as the mean over 5m; the limit is 1. Job shop.',
  },
];
