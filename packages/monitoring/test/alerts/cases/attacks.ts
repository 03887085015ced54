import { LOCKOUTS, SECURITY_EVENTS_DETECTED, SOURCE_FAILURES } from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { burst, counts, type Flow } from '../traffic';

const source = (address: string, perMinute: number): Flow =>
  counts(SOURCE_FAILURES, { ip_address: address }, perMinute);
const detects = (event: string, severity: string, events: number): Flow =>
  burst(SECURITY_EVENTS_DETECTED, { event, severity }, events);
const forged = (perMinute: number): Flow =>
  counts(SECURITY_EVENTS_DETECTED, { event: 'csrf_failure', severity: 'warn' }, perMinute);
const locks = (transition: string, perMinute: number): Flow =>
  counts(LOCKOUTS, { cause: 'max_retries', transition }, perMinute);

export const ATTACK_CASES: readonly AlertCase[] = [
  {
    alert: 'BruteForceSuspected',
    severity: 'critical',
    kept: { ip_address: '203.0.113.0' },
    below: [source('203.0.113.0', 588), source('198.51.100.0', 588)],
    above: [source('203.0.113.0', 612), source('198.51.100.0', 1)],
    firesAt: 7,
    pends: true,
    also: ['SourceFailuresHigh'],
    lowTraffic: { traffic: [source('203.0.113.0', 5)], fires: false },
    specials: [
      {
        it: 'does not take the folded and the unknown sources for one',
        traffic: [source('other', 5000), source('unknown', 5000)],
        fires: false,
      },
    ],
    description:
      '10.20 failures a second, as the mean over 5m; the limit is 10. Job shop, ip_address 203.0.113.0.',
  },
  {
    alert: 'SourceFailuresHigh',
    severity: 'warning',
    kept: { ip_address: '203.0.113.0' },
    below: [source('203.0.113.0', 4.9), source('198.51.100.0', 4.9)],
    above: [source('203.0.113.0', 5.1)],
    firesAt: 10,
    pends: false,
    lowTraffic: { traffic: [source('203.0.113.0', 1)], fires: false },
    specials: [
      {
        it: 'does not take the folded and the unknown sources for one',
        traffic: [source('other', 5000), source('unknown', 5000)],
        fires: false,
      },
    ],
    description: '51 failures in 10m; the limit is 50. Job shop, ip_address 203.0.113.0.',
  },
  {
    alert: 'AttackDetected',
    severity: 'critical',
    kept: { event: 'credential_stuffing' },
    below: [detects('failure_spike', 'warn', 9), detects('brute_force', 'critical', 0)],
    above: [detects('credential_stuffing', 'critical', 1), detects('brute_force', 'critical', 0)],
    firesAt: 11,
    pends: false,
    lowTraffic: { traffic: [detects('password_spray', 'critical', 1)], fires: true },
    description: '1 events in 5m; the limit is 0. Job shop, event credential_stuffing.',
  },
  {
    alert: 'TokenReuseDetected',
    severity: 'critical',
    below: [detects('brute_force', 'critical', 9), detects('token_reuse', 'critical', 0)],
    above: [detects('token_reuse', 'critical', 1)],
    firesAt: 11,
    pends: false,
    lowTraffic: { traffic: [detects('token_reuse', 'warn', 1)], fires: true },
    description: '1 events in 5m; the limit is 0. Job shop.',
  },
  {
    alert: 'CsrfFailures',
    severity: 'warning',
    below: [forged(0.98)],
    above: [forged(1.02)],
    firesAt: 5,
    pends: false,
    lowTraffic: { traffic: [detects('csrf_failure', 'warn', 3)], fires: false },
    specials: [
      { it: 'fires for six at once', traffic: [detects('csrf_failure', 'warn', 6)], fires: true },
    ],
    description: '5 events in 5m; the limit is 5. Job shop.',
  },
  {
    alert: 'MassAccountLockout',
    severity: 'warning',
    below: [locks('locked', 294), locks('unlocked', 400), locks('expired', 400)],
    above: [locks('locked', 306)],
    firesAt: 10,
    pends: true,
    lowTraffic: { traffic: [locks('locked', 5)], fires: false },
    description: '5.10 lockouts a second, as the mean over 5m; the limit is 5. Job shop.',
  },
];
