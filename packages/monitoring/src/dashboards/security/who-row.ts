import { ACCOUNT_FAILURES, SOURCE_FAILURES } from '@authmeter/core/conventions';
import { UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { topTable } from '../top-table';

/** Who fails, and against whom. */
export function whoRow(kit: DashboardKit): RowDraft {
  const { queries, bySource, alert, links } = kit;
  const bruteForce = alert('BruteForceSuspected');
  return {
    title: 'Who',
    panels: [
      topTable(bySource, {
        metric: SOURCE_FAILURES,
        title: 'Top failing sources',
        description:
          'Networks with the most failed attempts in the range. Addresses are masked to /24 and /48; the whole address is in the audit events (client.address). "other" is all that have no series of their own. Click one to see it alone.',
        width: 12,
        columns: { label: 'Source', count: 'Failures' },
        limits: { bad: 'above', limits: [bruteForce.limit] },
        valueLinks: links.source(),
        links: [bruteForce.runbook],
      }),
      topTable(queries, {
        metric: ACCOUNT_FAILURES,
        title: 'Top failing accounts',
        description:
          'Accounts with the most failed attempts against them in the range, as keyed hashes; the audit events (user.hash) say the same hash beside everything else. Empty where no key is configured.',
        width: 12,
        columns: { label: 'Account', count: 'Failures' },
        valueLinks: links.account(),
      }),
      alertPanel(kit, {
        alerts: ['BruteForceSuspected'],
        title: 'Failures by source',
        description: 'Failed attempts a second of each source.',
        width: 12,
        unit: UNITS.perSecond,
      }),
      alertPanel(kit, {
        alerts: ['SourceFailuresHigh'],
        title: 'Failures by source, counted',
        description: 'Failed attempts of each source, counted.',
        width: 12,
        unit: UNITS.count,
      }),
    ],
  };
}
