import { RATE_LIMIT_HITS } from '../metrics/rate-limit-metrics';
import { defineAlert } from './alert-definition';
import { rateParameter } from './alert-parameter';

/** A minute's hits, from five minutes: one minute may hold a single sample, which shows no increase. */
const HITS_A_MINUTE = {
  shape: 'rate',
  of: { metric: RATE_LIMIT_HITS },
  windowSeconds: 300,
  perSeconds: 60,
} as const;

/** Alerts on requests that rate limiters refuse. */
export const RATE_LIMIT_ALERTS = [
  defineAlert({
    name: 'RateLimitHitsElevated',
    meaning: 'Rate limiters refuse more requests than usual.',
    severity: 'warning',
    conditions: [
      { ...HITS_A_MINUTE, threshold: rateParameter('rateLimitHitsElevated', 10, '{hit}/min') },
    ],
    keeps: [],
    forSeconds: 0,
    milderThan: 'RateLimitHitsHigh',
    seeds: ['003', '004'],
  }),
  defineAlert({
    name: 'RateLimitHitsHigh',
    meaning: 'Rate limiters refuse a flood of requests.',
    severity: 'critical',
    conditions: [
      { ...HITS_A_MINUTE, threshold: rateParameter('rateLimitHitsHigh', 100, '{hit}/min') },
    ],
    keeps: [],
    forSeconds: 0,
    seeds: ['003'],
  }),
] as const;
