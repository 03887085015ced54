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
        title: 'Attacks by kind',
        description: 'Detected attacks by kind. One is enough.',
        width: 6,
        unit: UNITS.count,
      }),
      alertPanel(kit, {
        alerts: ['TokenReuseDetected'],
        title: 'Token reuse over time',
        description: 'One-time tokens that came twice. One is enough.',
        width: 6,
        unit: UNITS.count,
      }),
      alertPanel(kit, {
        alerts: ['CsrfFailures'],
        title: 'CSRF failures over time',
        description: 'Requests refused because they seemed to be forged from another site.',
        width: 6,
        unit: UNITS.count,
      }),
      alertPanel(kit, {
        alerts: ['MassAccountLockout'],
        title: 'Lockouts a second',
        description: 'Accounts locked a second.',
        width: 6,
        unit: UNITS.perSecond,
      }),
    ],
  };
}
