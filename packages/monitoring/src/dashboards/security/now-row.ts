import {
  LOCKOUTS,
  LOCKOUT_TRANSITION,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_RESULT,
  SECURITY_EVENT,
  SECURITY_EVENTS_DETECTED,
  SOURCE_FAILURES,
  type SecurityEvent,
} from '@authmeter/core/conventions';
import { statPanel, UNITS, type Limits, type RowDraft } from '../../grafana';
import { effectiveNumber } from '../concentration';
import type { DashboardKit } from '../dashboard-kit';

/** One of these is one too many. */
const NONE: Limits = { bad: 'above', limits: [{ value: 1, severity: 'critical' }] };

/** Is somebody attacking, in six numbers. */
export function nowRow({ queries, links }: DashboardKit): RowDraft {
  const events = (...event: readonly SecurityEvent[]): string =>
    queries.inRange({
      metric: SECURITY_EVENTS_DETECTED,
      ...(event.length === 0 ? {} : { where: { [SECURITY_EVENT.key]: event } }),
    });
  return {
    title: 'Now',
    panels: [
      statPanel({
        title: 'Attacks detected',
        description:
          'Attacks on credentials that a detector recognised in the range: brute force, credential stuffing, password spraying. Normal is 0.',
        width: 4,
        unit: UNITS.count,
        isInstant: true,
        queries: [{ expr: events('brute_force', 'credential_stuffing', 'password_spray') }],
        limits: NONE,
        links: [links.runbook('AttackDetected')],
        noValue: 'not recorded',
        decimals: 0,
      }),
      statPanel({
        title: 'Token reuse',
        description:
          'One-time tokens that came twice in the range. Treat each as a theft: the family was revoked, tell the account holder.',
        width: 4,
        unit: UNITS.count,
        isInstant: true,
        queries: [{ expr: events('token_reuse') }],
        limits: NONE,
        links: [links.runbook('TokenReuseDetected')],
        noValue: 'not recorded',
        decimals: 0,
      }),
      statPanel({
        title: 'CSRF failures',
        description:
          'Requests refused in the range because they seemed to be forged from another site. A few are old tabs and cookies.',
        width: 4,
        unit: UNITS.count,
        isInstant: true,
        queries: [{ expr: events('csrf_failure') }],
        links: [links.runbook('CsrfFailures')],
        noValue: 'not recorded',
        decimals: 0,
      }),
      statPanel({
        title: 'Accounts locked',
        description: 'Accounts locked in the range, whatever the cause.',
        width: 4,
        unit: UNITS.count,
        isInstant: true,
        queries: [
          {
            expr: queries.inRange({
              metric: LOCKOUTS,
              where: { [LOCKOUT_TRANSITION.key]: ['locked'] },
            }),
          },
        ],
        links: [links.runbook('MassAccountLockout')],
        noValue: 'not recorded',
        decimals: 0,
      }),
      statPanel({
        title: 'Limited',
        description: 'Requests a second that a rate limiter refused.',
        width: 4,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond({
              metric: RATE_LIMIT_REQUESTS,
              where: { [RATE_LIMIT_RESULT.key]: ['limited'] },
            }),
          },
        ],
        links: [links.runbook('RateLimitHitsHigh')],
        noValue: 'not recorded',
      }),
      statPanel({
        title: 'Effective sources',
        description:
          'How many equally busy sources would fail as concentratedly as the real ones: near 1 it is one attacker, large is everybody or a botnet. All sources without a series count as one, so it is at least this many.',
        width: 4,
        unit: UNITS.count,
        queries: [{ expr: effectiveNumber(queries, SOURCE_FAILURES) }],
        links: [links.runbook('BruteForceSuspected')],
        noValue: 'no failures',
        decimals: 1,
      }),
    ],
  };
}
