import { IP_ADDRESS, SECURITY_EVENT } from '../attributes/security-attributes';
import { LOCKOUTS, SECURITY_EVENTS_DETECTED, SOURCE_FAILURES } from '../metrics/security-metrics';
import { defineAlert } from './alert-definition';
import { countParameter, rateParameter } from './alert-parameter';

/** Neither the sources that earned no series nor those that nobody knows are one source. */
const ONE_SOURCE = {
  metric: SOURCE_FAILURES,
  except: { ip_address: ['other', 'unknown'] },
} as const;

/** Alerts on somebody who means harm. */
export const ATTACK_ALERTS = [
  defineAlert({
    name: 'BruteForceSuspected',
    meaning: 'One source fails to authenticate again and again.',
    severity: 'critical',
    conditions: [
      {
        shape: 'rate',
        of: ONE_SOURCE,
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('bruteForceSuspected', 10, '{failure}/s'),
      },
    ],
    keeps: [IP_ADDRESS],
    forSeconds: 120,
    seeds: ['002'],
  }),
  defineAlert({
    name: 'SourceFailuresHigh',
    meaning: 'One source fails to authenticate unusually often.',
    severity: 'warning',
    conditions: [
      {
        shape: 'increase',
        of: ONE_SOURCE,
        windowSeconds: 600,
        threshold: countParameter('sourceFailuresHigh', 50, '{failure}'),
      },
    ],
    keeps: [IP_ADDRESS],
    forSeconds: 0,
    seeds: ['003'],
  }),
  defineAlert({
    name: 'AttackDetected',
    meaning: 'A detector recognised an attack on credentials.',
    severity: 'critical',
    conditions: [
      {
        shape: 'increase',
        of: {
          metric: SECURITY_EVENTS_DETECTED,
          where: { event: ['brute_force', 'credential_stuffing', 'password_spray'] },
        },
        windowSeconds: 300,
        threshold: countParameter('attackDetected', 0, '{event}'),
      },
    ],
    keeps: [SECURITY_EVENT],
    forSeconds: 0,
    seeds: ['001', '002'],
  }),
  defineAlert({
    name: 'TokenReuseDetected',
    meaning: 'A one-time token came twice: it was probably stolen.',
    severity: 'critical',
    conditions: [
      {
        shape: 'increase',
        of: { metric: SECURITY_EVENTS_DETECTED, where: { event: ['token_reuse'] } },
        windowSeconds: 300,
        threshold: countParameter('tokenReuseDetected', 0, '{event}'),
      },
    ],
    keeps: [],
    forSeconds: 0,
    seeds: ['004'],
  }),
  defineAlert({
    name: 'CsrfFailures',
    meaning: 'Requests are refused because they seem to be forged from another site.',
    severity: 'warning',
    conditions: [
      {
        shape: 'increase',
        of: { metric: SECURITY_EVENTS_DETECTED, where: { event: ['csrf_failure'] } },
        windowSeconds: 300,
        threshold: countParameter('csrfFailures', 5, '{event}'),
      },
    ],
    keeps: [],
    forSeconds: 0,
    seeds: ['004'],
  }),
  defineAlert({
    name: 'MassAccountLockout',
    meaning: 'Many accounts are being locked at once.',
    severity: 'warning',
    conditions: [
      {
        shape: 'rate',
        of: { metric: LOCKOUTS, where: { transition: ['locked'] } },
        windowSeconds: 300,
        perSeconds: 1,
        threshold: rateParameter('massAccountLockout', 5, '{lockout}/s'),
      },
    ],
    keeps: [],
    forSeconds: 300,
    seeds: ['002'],
  }),
] as const;
