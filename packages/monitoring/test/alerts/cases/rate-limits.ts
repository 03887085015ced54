import { RATE_LIMIT_HITS } from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { counts, type Flow } from '../traffic';

const hits = (limiter: string, perMinute: number): Flow =>
  counts(RATE_LIMIT_HITS, { limiter, ip_address: '203.0.113.0', user_id: 'other' }, perMinute);

export const RATE_LIMIT_CASES: readonly AlertCase[] = [
  {
    alert: 'RateLimitHitsElevated',
    severity: 'warning',
    below: [hits('login', 5), hits('reset', 4.8)],
    above: [hits('login', 5), hits('reset', 5.2)],
    firesAt: 5,
    pends: false,
    lowTraffic: { traffic: [hits('login', 1)], fires: false },
    description: '10.20 hits a minute, as the mean over 5m; the limit is 10. Job shop.',
  },
  {
    alert: 'RateLimitHitsHigh',
    severity: 'critical',
    below: [hits('login', 98)],
    above: [hits('login', 102)],
    firesAt: 5,
    pends: false,
    also: ['RateLimitHitsElevated'],
    lowTraffic: { traffic: [hits('login', 1)], fires: false },
    description: '102.00 hits a minute, as the mean over 5m; the limit is 100. Job shop.',
  },
];
