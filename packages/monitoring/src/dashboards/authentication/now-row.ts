import { ATTEMPTS, LOGINS, SESSIONS_ACTIVE, USERS_ACTIVE } from '@authmeter/core/conventions';
import { statPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { firingAlertsPanel } from '../firing-alerts-panel';

/** What goes on now, in six numbers. */
export function nowRow(kit: DashboardKit): RowDraft {
  const { queries, byMethod, alert, links } = kit;
  const failing = alert('AuthFailureRatioHigh');
  const elevated = alert('LoginFailureRatioElevated');
  const high = alert('LoginFailureRatioHigh');
  return {
    title: 'Now',
    panels: [
      statPanel({
        title: 'Requests',
        description:
          'Authentication attempts a second, logins included. Normal is what it was at this hour yesterday; a drop to nothing is an outage or a broken scrape.',
        width: 4,
        unit: UNITS.perSecond,
        queries: [{ expr: byMethod.perSecond({ metric: ATTEMPTS }) }],
        links: [links.dashboard('performance')],
        noValue: 'no data',
      }),
      statPanel({
        title: 'Failing',
        description: `Share of attempts that failed, over ${failing.window}, of the worst job. Look at "Failures by reason" for who has to act.`,
        width: 4,
        unit: UNITS.share,
        queries: [{ expr: `max(${failing.values[0].expr} >= 0)` }],
        limits: { bad: 'above', limits: [failing.limit] },
        links: [failing.runbook, links.dashboard('security')],
        noValue: 'no traffic',
        decimals: 1,
      }),
      statPanel({
        title: 'Logins',
        description:
          'Login ceremonies a second: the part of the attempts in which somebody signs in.',
        width: 4,
        unit: UNITS.perSecond,
        queries: [{ expr: byMethod.perSecond({ metric: LOGINS }) }],
        links: [links.dashboard('performance')],
        noValue: 'no data',
      }),
      statPanel({
        title: 'Login success',
        description: `Share of logins that succeeded, over ${high.window}, of the worst job. Below the limits the login alerts fire.`,
        width: 4,
        unit: UNITS.share,
        queries: [{ expr: `1 - max(${high.values[0].expr} >= 0)` }],
        limits: {
          bad: 'below',
          // The alerts limit the failures.
          limits: [high.limit, elevated.limit].map(({ value, severity }) => ({
            value: 1 - value,
            severity,
          })),
        },
        links: [high.runbook, links.dashboard('security')],
        noValue: 'no logins',
        decimals: 1,
      }),
      statPanel({
        title: 'Active',
        description:
          'Sessions started less sessions ended since the processes started, and distinct accounts that succeeded in the last 15 minutes. Added up over instances, so an account that two of them served counts twice.',
        width: 4,
        unit: UNITS.count,
        queries: [
          { expr: queries.level({ metric: SESSIONS_ACTIVE }), legend: 'sessions' },
          { expr: queries.level({ metric: USERS_ACTIVE }), legend: 'users' },
        ],
        links: [links.dashboard('credentials')],
        noValue: 'not recorded',
        decimals: 0,
      }),
      firingAlertsPanel(kit, [links.dashboard('security'), links.dashboard('slo')]),
    ],
  };
}
