import {
  KEY_LOOKUPS,
  KEY_LOOKUP_RESULT,
  OUTCOME,
  TOKEN_VALIDATION_DURATION,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

/** What a verification costs. */
export function tokensRow(kit: DashboardKit): RowDraft {
  const { queries } = kit;
  const of = { metric: TOKEN_VALIDATION_DURATION };
  return {
    title: 'Token validation',
    panels: [
      alertPanel(kit, {
        alerts: ['TokenValidationSlow', 'TokenValidationVerySlow'],
        title: 'Mean time of a validation',
        description: 'Mean time of one verification of a token.',
        width: 6,
        unit: UNITS.seconds,
      }),
      timeSeriesPanel({
        title: 'p95 of a validation by outcome',
        description:
          'Failures that are slower than successes wait for something: a key host that does not answer.',
        width: 6,
        unit: UNITS.seconds,
        queries: [{ expr: queries.quantile(0.95, of, [OUTCOME]), legend: legendOf(OUTCOME) }],
      }),
      timeSeriesPanel({
        title: 'Validations a second',
        description: 'Verifications of single tokens, by outcome.',
        width: 6,
        unit: UNITS.perSecond,
        queries: [{ expr: queries.perSecond(of, [OUTCOME]), legend: legendOf(OUTCOME) }],
      }),
      timeSeriesPanel({
        title: 'Key lookups by result',
        description:
          'Look-ups of verification keys a second. Misses and refreshes are slow; not_found is a token signed by somebody else, or a key that was not published.',
        width: 6,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond({ metric: KEY_LOOKUPS }, [KEY_LOOKUP_RESULT]),
            legend: legendOf(KEY_LOOKUP_RESULT),
          },
        ],
        noValue: 'not recorded',
      }),
    ],
  };
}
