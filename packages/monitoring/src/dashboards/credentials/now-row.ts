import { CREDENTIAL_ROTATIONS, OUTCOME } from '@authmeter/core/conventions';
import { statPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';

/** Are the keys young enough and known to all, in four numbers. */
export function nowRow({ queries, alert }: DashboardKit): RowDraft {
  const overdue = alert('CredentialRotationOverdue');
  const unknownKey = alert('UnknownKeyFailures');
  const clockSkew = alert('ClockSkewSuspected');
  return {
    title: 'Now',
    panels: [
      statPanel({
        title: 'Oldest credential',
        description:
          "Age of the oldest of the service's own credentials that is in use: signing keys, client secrets, certificates.",
        width: 6,
        unit: UNITS.age,
        queries: [{ expr: `max(${overdue.values[0].expr})` }],
        limits: { bad: 'above', limits: [overdue.limit] },
        links: [overdue.runbook],
        noValue: 'not recorded',
        decimals: 1,
      }),
      statPanel({
        title: 'Rotations',
        description:
          'Rotations in the range that succeeded, and that failed. A failed one leaves the old key in use: find out why before the next is due.',
        width: 6,
        unit: UNITS.count,
        isInstant: true,
        queries: [
          {
            expr: queries.inRange({
              metric: CREDENTIAL_ROTATIONS,
              where: { [OUTCOME.key]: ['success'] },
            }),
            legend: 'success',
          },
          {
            expr: queries.inRange({
              metric: CREDENTIAL_ROTATIONS,
              where: { [OUTCOME.key]: ['failure'] },
            }),
            legend: 'failure',
          },
        ],
        noValue: 'none recorded',
        decimals: 0,
      }),
      statPanel({
        title: 'Unknown keys and signatures',
        description:
          'Tokens a second that name a key nobody knows or carry a signature that does not verify, of the worst job.',
        width: 6,
        unit: UNITS.perSecond,
        queries: [{ expr: `max(${unknownKey.values[0].expr})` }],
        limits: { bad: 'above', limits: [unknownKey.limit] },
        links: [unknownKey.runbook],
        noValue: 'no data',
      }),
      statPanel({
        title: 'Tokens from the future',
        description:
          'Tokens a second that are not valid yet, of the worst job: the clocks of issuer and verifier differ.',
        width: 6,
        unit: UNITS.perSecond,
        queries: [{ expr: `max(${clockSkew.values[0].expr})` }],
        limits: { bad: 'above', limits: [clockSkew.limit] },
        links: [clockSkew.runbook],
        noValue: 'no data',
      }),
    ],
  };
}
