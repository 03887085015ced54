import { OPERATION_DURATION } from '@authmeter/core/conventions';
import { statPanel, textPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { firingAlertsPanel } from '../firing-alerts-panel';
import { ACCEPTABLE_SECONDS } from './latency-row';

/** Below nothing the budget is overspent. */
const BUDGET_LIMITS = {
  bad: 'below',
  limits: [
    { value: 0, severity: 'critical' },
    { value: 0.25, severity: 'warning' },
  ],
} as const;

const percent = (share: number): string => `${Number((share * 100).toFixed(4))} %`;

/** Whether the promise is kept, in six numbers. */
export function objectiveRow(kit: DashboardKit): RowDraft {
  const { queries, alert, slo, links } = kit;
  const fast = alert('AuthAvailabilityBurnFast');
  const slow = alert('AuthAvailabilityBurnSlow');
  const window = slo.window;
  return {
    title: `Objective: ${percent(slo.objective)} in ${window}`,
    panels: [
      statPanel({
        title: `Availability, ${window}`,
        description: `Share of attempts in ${window} that did not fail by the service's own fault, of the worst job. The objective is ${percent(slo.objective)}.`,
        width: 4,
        unit: UNITS.share,
        isInstant: true,
        queries: [{ expr: `1 - max(${slo.spent})` }],
        limits: { bad: 'below', limits: [{ value: slo.objective, severity: 'critical' }] },
        noValue: 'no traffic',
        decimals: 3,
      }),
      statPanel({
        title: 'Error budget left',
        description: `What is left of the ${percent(1 - slo.objective)} that may fail in ${window}, of the worst job. Below 0 it is overspent: stop releasing, mend.`,
        width: 4,
        unit: UNITS.share,
        isInstant: true,
        queries: [{ expr: `1 - max(${slo.spent}) / (1 - ${slo.objective})` }],
        limits: BUDGET_LIMITS,
        noValue: 'no traffic',
        decimals: 1,
      }),
      ...[fast, slow].map((view) => {
        const { expr, over } = view.values.at(-1) ?? view.values[0];
        return statPanel({
          title: `Burn rate, ${over}`,
          description: `How many times faster than allowed the budget is being spent, over ${over}, of the worst job. At 1 it lasts exactly ${window}.`,
          width: 4,
          unit: UNITS.factor,
          queries: [{ expr: `max(${expr} >= 0)` }],
          limits: { bad: 'above', limits: [view.limit] },
          links: [view.runbook],
          noValue: 'no traffic',
          decimals: 2,
        });
      }),
      statPanel({
        title: 'Fast enough',
        description: `Share of operations that took no more than ${ACCEPTABLE_SECONDS} s. A bound of the histogram, so nothing is guessed.`,
        width: 4,
        unit: UNITS.share,
        queries: [{ expr: queries.shareBelow({ metric: OPERATION_DURATION }, ACCEPTABLE_SECONDS) }],
        links: [links.dashboard('performance')],
        noValue: 'no traffic',
        decimals: 2,
      }),
      firingAlertsPanel(kit, [links.dashboard('authentication')]),
      textPanel({
        title: 'What spends the budget',
        description: 'Which failures count, and why the others do not.',
        width: 24,
        height: 4,
        markdown: `An attempt spends the budget when it fails by the service's own fault: reason \`dependency_error\` or
\`internal_error\`. **A wrong password, an expired token or a request without a token does not**: the service did its work
when it refused them, and if they counted, whoever guesses passwords could page you. Attacks have alerts of their own on
the Security dashboard.`,
      }),
    ],
  };
}
