import { UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';

/** How fast the budget goes. */
export function burnRow(kit: DashboardKit): RowDraft {
  return {
    title: 'Burn rate',
    panels: [
      alertPanel(kit, {
        alerts: ['AuthAvailabilityBurnFast'],
        title: 'Fast burn',
        description:
          'How many times faster than allowed the budget is spent. Both windows above the limit: it is gone within days.',
        width: 8,
        unit: UNITS.factor,
      }),
      alertPanel(kit, {
        alerts: ['AuthAvailabilityBurnSlow'],
        title: 'Slow burn',
        description:
          'The same over longer windows: a small share that fails all the time. Both windows above the limit: it does not last.',
        width: 8,
        unit: UNITS.factor,
      }),
      alertPanel(kit, {
        alerts: ['AuthServiceDown'],
        title: "Failures by the service's own fault",
        description:
          "Share of attempts that failed by the service's own fault. Above the limit authentication is down.",
        width: 8,
        unit: UNITS.share,
      }),
    ],
  };
}
