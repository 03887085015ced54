import { statPanel, UNITS, type PanelDraft, type PanelLink } from '../grafana';
import type { DashboardKit } from './dashboard-kit';

/** How many alerts are firing. Zero is shown only where the rules are known to run. */
export function firingAlertsPanel(
  { alert, firing }: DashboardKit,
  links: readonly PanelLink[],
): PanelDraft {
  const [{ expr }] = alert('AuthFailureRateHigh').values;
  return statPanel({
    title: 'Firing alerts',
    description:
      'Alerts of authentication that fire now; pending ones are left out. Without a value the rules are not loaded, or nothing was recorded yet: that is no good news.',
    width: 4,
    unit: UNITS.count,
    queries: [{ expr: `count(${firing}) or 0 * max(${expr})` }],
    limits: { bad: 'above', limits: [{ value: 1, severity: 'critical' }] },
    links,
    noValue: 'no rules',
  });
}
