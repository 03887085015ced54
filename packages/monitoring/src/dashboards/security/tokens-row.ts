import { ERROR_TYPE, OUTCOME, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { growthPanel } from '../growth-panel';
import { legendOf } from '../panel-queries';

const FAILED = { metric: TOKEN_VALIDATIONS, where: { [OUTCOME.key]: ['failure'] } };

/** Tokens that somebody should not have, or no longer. */
export function tokensRow(kit: DashboardKit): RowDraft {
  return {
    title: 'Tokens',
    panels: [
      timeSeriesPanel({
        title: 'Invalid tokens by error type',
        description:
          'Failed validations a second by precise cause. expired_token alone is ordinary; signatures, algorithms and unknown keys are forgeries or a rotation gone wrong.',
        width: 12,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [
          {
            expr: kit.queries.perSecondWhereAny(FAILED, [ERROR_TYPE]),
            legend: legendOf(ERROR_TYPE),
          },
        ],
        links: [kit.links.failureReasons('invalid_credentials')],
        noValue: 'none',
      }),
      growthPanel(kit, {
        alert: 'InvalidTokenSpike',
        title: 'Invalid tokens against the hour before',
        description: "Failed validations, without the service's own faults.",
        width: 12,
      }),
    ],
  };
}
