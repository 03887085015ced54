import { LOGINS, REGISTRATIONS } from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { counts, type Phase, type Traffic } from '../traffic';

const METHOD = { method: 'password' };
const FAILED = { outcome: 'failure', reason: 'invalid_credentials', ...METHOD };
const SUCCEEDED = { outcome: 'success', ...METHOD };
const logins = (failed: number, succeeded: number): Traffic => [
  counts(LOGINS, { ...FAILED, 'error.type': 'invalid_credentials' }, failed),
  counts(LOGINS, SUCCEEDED, succeeded),
];
const registrations = (failed: number, succeeded: number): Traffic => [
  counts(REGISTRATIONS, FAILED, failed),
  counts(REGISTRATIONS, SUCCEEDED, succeeded),
];
/** So many a minute for 80 minutes, then so many. */
const spike = (before: number, after: number, minutes = 80): Traffic => {
  const usual: Phase = { minutes, perMinute: before };
  return [counts(REGISTRATIONS, SUCCEEDED, usual, after), counts(REGISTRATIONS, FAILED, 0)];
};

export const LOGIN_CASES: readonly AlertCase[] = [
  {
    alert: 'LoginFailureRatioElevated',
    severity: 'warning',
    below: logins(9, 91),
    above: logins(11, 89),
    firesAt: 6,
    pends: true,
    lowTraffic: { traffic: logins(5, 0), fires: false },
    specials: [{ it: 'fires above the higher limit too', traffic: logins(50, 50), fires: true }],
    description: '11% of logins over 5m; the limit is 10%. Job shop.',
  },
  {
    alert: 'LoginFailureRatioHigh',
    severity: 'critical',
    below: logins(19, 81),
    above: logins(21, 79),
    firesAt: 6,
    pends: true,
    also: ['LoginFailureRatioElevated'],
    lowTraffic: { traffic: logins(5, 0), fires: false },
    specials: [
      { it: 'does not fire for one failed login at night', traffic: logins(0.2, 0), fires: false },
    ],
    description: '21% of logins over 5m; the limit is 20%. Job shop.',
  },
  {
    alert: 'RegistrationFailureRatioHigh',
    severity: 'warning',
    below: registrations(9, 91),
    above: registrations(11, 89),
    firesAt: 6,
    pends: true,
    lowTraffic: { traffic: registrations(5, 0), fires: false },
    description: '11% of registrations over 5m; the limit is 10%. Job shop.',
  },
  {
    alert: 'RegistrationSpike',
    severity: 'warning',
    below: spike(1, 4.9),
    above: spike(1, 5.1),
    firesAt: 89,
    pends: false,
    lowTraffic: { traffic: spike(0, 1.9), fires: false },
    specials: [
      { it: 'fires where nobody registered before', traffic: spike(0, 3), fires: true },
      { it: 'does not fire for a job that is young', traffic: spike(1, 50, 40), fires: false },
    ],
    description: '51 registrations in 10m, more than 5 times the mean of the 1h before. Job shop.',
  },
];
