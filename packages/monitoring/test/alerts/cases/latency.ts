import { OPERATION_DURATION, TOKEN_VALIDATION_DURATION } from '@authmeter/core/conventions';
import type { AlertCase } from '../alert-case';
import { takes, type Traffic } from '../traffic';

const operation = (name: string, perMinuteBySeconds: Record<string, number>): Traffic =>
  takes(OPERATION_DURATION, { operation: name, outcome: 'success' }, perMinuteBySeconds);
const validation = (perMinuteBySeconds: Record<string, number>): Traffic =>
  takes(TOKEN_VALIDATION_DURATION, { outcome: 'success' }, perMinuteBySeconds);

export const LATENCY_CASES: readonly AlertCase[] = [
  {
    alert: 'AuthLatencyElevated',
    severity: 'warning',
    kept: { operation: 'authorize' },
    below: [...operation('authorize', { 0.4: 100 }), ...operation('login', { 0.2: 96, 2: 4 })],
    above: [...operation('authorize', { 0.2: 94, 0.7: 6 }), ...operation('login', { 0.1: 100 })],
    firesAt: 6,
    pends: true,
    lowTraffic: { traffic: operation('authorize', { 0.7: 5 }), fires: false },
    description:
      'The 95th percentile over 5m is 541.7ms; the limit is 500ms. Job shop, operation authorize.',
  },
  {
    alert: 'AuthLatencyHigh',
    severity: 'critical',
    kept: { operation: 'authorize' },
    below: operation('authorize', { 0.9: 100 }),
    above: operation('authorize', { 0.2: 94, 1.5: 6 }),
    firesAt: 6,
    pends: true,
    also: ['AuthLatencyElevated'],
    lowTraffic: { traffic: operation('authorize', { 1.5: 5 }), fires: false },
    description:
      'The 95th percentile over 5m is 1.167s; the limit is 1s. Job shop, operation authorize.',
  },
  {
    alert: 'LoginLatencyHigh',
    severity: 'warning',
    below: operation('login', { 1.9: 100 }),
    above: operation('login', { 0.2: 94, 2.3: 6 }),
    firesAt: 6,
    pends: true,
    also: ['AuthLatencyElevated', 'AuthLatencyHigh'],
    lowTraffic: { traffic: operation('login', { 2.3: 5 }), fires: false },
    specials: [
      {
        it: 'does not fire for refreshes',
        traffic: operation('token_refresh', { 5: 60 }),
        fires: false,
      },
    ],
    description: 'The 95th percentile over 5m is 2.083s; the limit is 2s. Job shop.',
  },
  {
    alert: 'RefreshLatencyHigh',
    severity: 'warning',
    below: operation('token_refresh', { 0.9: 100 }),
    above: operation('token_refresh', { 0.2: 94, 1.5: 6 }),
    firesAt: 6,
    pends: true,
    also: ['AuthLatencyElevated', 'AuthLatencyHigh'],
    lowTraffic: { traffic: operation('token_refresh', { 1.5: 5 }), fires: false },
    specials: [
      { it: 'does not fire for logins', traffic: operation('login', { 5: 60 }), fires: false },
    ],
    description: 'The 95th percentile over 5m is 1.167s; the limit is 1s. Job shop.',
  },
  {
    alert: 'TokenValidationSlow',
    severity: 'warning',
    below: validation({ 0.001: 90, 0.48: 10 }),
    above: validation({ 0.001: 90, 0.51: 10 }),
    firesAt: 6,
    pends: true,
    lowTraffic: { traffic: validation({ 0.5: 5 }), fires: false },
    description: 'The mean over 5m is 51.9ms; the limit is 50ms. Job shop.',
  },
  {
    alert: 'TokenValidationVerySlow',
    severity: 'critical',
    below: validation({ 0.001: 90, 0.97: 10 }),
    above: validation({ 0.001: 90, 1.02: 10 }),
    firesAt: 6,
    pends: true,
    also: ['TokenValidationSlow'],
    lowTraffic: { traffic: validation({ 0.5: 5 }), fires: false },
    description: 'The mean over 5m is 102.9ms; the limit is 100ms. Job shop.',
  },
];
