import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  CREDENTIAL_AGE,
  DEPENDENCY_UP,
  FOLDED,
  RATE_LIMIT_HITS,
  SOURCE_FAILURES,
} from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { counts, stands, type Flow, type Traffic } from '../traffic';

const dependency = (name: string, up: 0 | 1): Flow =>
  stands(DEPENDENCY_UP, { dependency: name }, up);
const credential = (state: string, ageDays: number): Flow =>
  stands(CREDENTIAL_AGE, { credential_type: 'signing_key', state }, ageDays * 86_400);
const folds = (perMinute: number): Traffic => [
  counts(FOLDED, { metric: SOURCE_FAILURES.name }, perMinute),
  counts(FOLDED, { metric: ACCOUNT_FAILURES.name }, 0),
  counts(SOURCE_FAILURES, { ip_address: 'other' }, 6000),
];
const rest: Traffic = [
  counts(ACCOUNT_FAILURES, { user_id: 'other' }, 3000),
  counts(RATE_LIMIT_HITS, { limiter: 'login', ip_address: 'other', user_id: 'other' }, 9),
];
const attempts = (outcome: string, reason: string | undefined, perMinute: number): Flow =>
  counts(
    ATTEMPTS,
    { outcome, ...(reason === undefined ? {} : { reason }), method: 'jwt' },
    perMinute,
  );

export const SERVICE_CASES: readonly AlertCase[] = [
  {
    alert: 'AuthDependencyDown',
    severity: 'critical',
    kept: { dependency: 'jwks' },
    below: [dependency('jwks', 1), dependency('database', 1)],
    above: [dependency('jwks', 0), dependency('database', 1)],
    firesAt: 1,
    pends: true,
    lowTraffic: { traffic: [dependency('jwks', 0)], fires: true },
    description: 'At least one instance reports that it is down. Job shop, dependency jwks.',
  },
  {
    alert: 'CredentialRotationOverdue',
    severity: 'warning',
    kept: { credential_type: 'signing_key' },
    below: [credential('current', 89), credential('previous', 180)],
    above: [credential('current', 91)],
    firesAt: 60,
    pends: true,
    lowTraffic: { traffic: [credential('current', 91)], fires: true },
    description: '91d 0h 0m 0s; the limit is 90d. Job shop, credential_type signing_key.',
  },
  {
    alert: 'AuthCardinalityFolding',
    severity: 'warning',
    below: [...folds(1700), ...rest],
    above: [...folds(1911), ...rest],
    // A rate over a quarter of an hour needs five minutes to be seen.
    firesAt: 20,
    pends: true,
    lowTraffic: {
      traffic: [
        counts(FOLDED, { metric: SOURCE_FAILURES.name }, 5),
        counts(SOURCE_FAILURES, { ip_address: 'other' }, 5),
      ],
      fires: false,
    },
    specials: [
      { it: 'fires without accounts and limiters', traffic: folds(1911), fires: true },
      {
        it: 'does not fire where all who fail now and then are folded',
        traffic: [
          counts(FOLDED, { metric: SOURCE_FAILURES.name }, 590),
          counts(SOURCE_FAILURES, { ip_address: 'other' }, 590),
        ],
        fires: false,
      },
    ],
    description: '21.21% of failures and hits over 15m; the limit is 20%. Job shop.',
  },
  {
    alert: 'AuthAvailabilityBurnFast',
    severity: 'critical',
    below: [attempts('failure', 'dependency_error', 14.2), attempts('success', undefined, 985.8)],
    above: [attempts('failure', 'internal_error', 14.6), attempts('success', undefined, 985.4)],
    firesAt: 3,
    pends: true,
    lowTraffic: { traffic: [attempts('failure', 'internal_error', 5)], fires: false },
    specials: [
      {
        it: 'does not fire for failures of clients',
        traffic: [
          attempts('failure', 'invalid_credentials', 400),
          attempts('success', undefined, 600),
        ],
        fires: false,
      },
      {
        it: 'does not fire for five bad minutes in a good hour',
        traffic: [
          counts(
            ATTEMPTS,
            { outcome: 'failure', reason: 'internal_error', method: 'jwt' },
            { minutes: 70, perMinute: 0 },
            { minutes: 3, perMinute: 100 },
            0,
          ),
          attempts('success', undefined, 1000),
        ],
        fires: false,
      },
    ],
    description:
      'The error budget of the objective 99.9% is spent 14.6 times as fast as it lasts, over 5m and 1h; the limit is 14.4. Job shop.',
  },
  {
    alert: 'AuthAvailabilityBurnSlow',
    severity: 'warning',
    below: [attempts('failure', 'dependency_error', 5.9), attempts('success', undefined, 994.1)],
    above: [attempts('failure', 'dependency_error', 6.1), attempts('success', undefined, 993.9)],
    firesAt: 16,
    pends: true,
    lowTraffic: { traffic: [attempts('failure', 'internal_error', 5)], fires: false },
    description:
      'The error budget of the objective 99.9% is spent 6.1 times as fast as it lasts, over 30m and 6h; the limit is 6. Job shop.',
  },
];
