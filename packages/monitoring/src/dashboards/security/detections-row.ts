import {
  LOCKOUTS,
  LOCKOUT_CAUSE,
  LOCKOUT_TRANSITION,
  SECURITY_EVENT,
  SECURITY_EVENTS_DETECTED,
  SEVERITY,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** What was detected, and whom it locked out. */
export function detectionsRow(kit: DashboardKit): RowDraft {
  const { queries } = kit;
  return {
    title: 'Detections and lockouts',
    panels: [
      timeSeriesPanel({
        title: 'Security events',
        description:
          'Detected attacks and security events by kind and severity, as counts: one event among fifty thousand requests is as visible as a flood.',
        width: 12,
        unit: UNITS.count,
        form: 'bars',
        queries: [
          {
            expr: `${queries.inInterval({ metric: SECURITY_EVENTS_DETECTED }, [SECURITY_EVENT, SEVERITY])} > 0`,
            legend: legendOf(SECURITY_EVENT, SEVERITY),
          },
        ],
        noValue: 'none',
      }),
      timeSeriesPanel({
        title: 'Lockouts',
        description:
          'Accounts locked, unlocked and released, by cause, as counts. Many locks by max_retries at once are an attack that locks your users out.',
        width: 12,
        unit: UNITS.count,
        form: 'bars',
        queries: [
          {
            expr: `${queries.inInterval({ metric: LOCKOUTS }, [LOCKOUT_TRANSITION, LOCKOUT_CAUSE])} > 0`,
            legend: legendOf(LOCKOUT_TRANSITION, LOCKOUT_CAUSE),
          },
        ],
        noValue: 'none',
      }),
      alertPanel(kit, {
        alerts: ['AttackDetected'],
        title: 'Attacks in 5 minutes',
        description: 'Detected attacks of the last 5 minutes by kind, by job. One is enough.',
        width: 6,
        unit: UNITS.count,
      }),
      alertPanel(kit, {
        alerts: ['TokenReuseDetected'],
        title: 'Token reuse in 5 minutes',
        description: 'One-time tokens that came twice in the last 5 minutes, by job.',
        width: 6,
        unit: UNITS.count,
      }),
      alertPanel(kit, {
        alerts: ['CsrfFailures'],
        title: 'CSRF failures in 5 minutes',
        description: 'CSRF refusals of the last 5 minutes, by job.',
        width: 6,
        unit: UNITS.count,
      }),
      alertPanel(kit, {
        alerts: ['MassAccountLockout'],
        title: 'Lockouts a second',
        description: 'Accounts locked a second, mean of 5 minutes, by job.',
        width: 6,
        unit: UNITS.perSecond,
      }),
    ],
  };
}
