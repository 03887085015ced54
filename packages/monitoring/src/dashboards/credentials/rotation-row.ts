import {
  CREDENTIAL_AGE,
  CREDENTIAL_ROTATIONS,
  CREDENTIAL_STATE,
  CREDENTIAL_TYPE,
  OUTCOME,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** How old the service's own credentials become. */
export function rotationRow({ queries, alert }: DashboardKit): RowDraft {
  const overdue = alert('CredentialRotationOverdue');
  return {
    title: 'Rotation',
    panels: [
      timeSeriesPanel({
        title: 'Age by type and state',
        description:
          'Age of each credential: current, previous (still accepted) and next (published, not used yet). Each rotation is a step down. Dashed: the limit of CredentialRotationOverdue, for the current one.',
        width: 12,
        unit: UNITS.seconds,
        form: 'steps',
        queries: [
          {
            expr: queries.highest({ metric: CREDENTIAL_AGE }, [CREDENTIAL_TYPE, CREDENTIAL_STATE]),
            legend: legendOf(CREDENTIAL_TYPE, CREDENTIAL_STATE),
          },
        ],
        limits: { bad: 'above', limits: [overdue.limit] },
        links: [overdue.runbook],
        noValue: 'not recorded',
      }),
      timeSeriesPanel({
        title: 'Rotations by outcome',
        description:
          'Rotations by type and outcome, as counts. The first of a process is marked on the time axis but may be missing here: its series begins with it.',
        width: 12,
        unit: UNITS.count,
        form: 'bars',
        queries: [
          {
            expr: queries.inInterval({ metric: CREDENTIAL_ROTATIONS }, [CREDENTIAL_TYPE, OUTCOME]),
            legend: legendOf(CREDENTIAL_TYPE, OUTCOME),
          },
        ],
        noValue: 'none recorded',
      }),
    ],
  };
}
