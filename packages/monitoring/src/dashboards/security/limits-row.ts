import {
  IP_ADDRESS,
  LIMITER,
  RATE_LIMIT_HITS,
  RATE_LIMIT_REQUESTS,
  RATE_LIMIT_RESULT,
  RATE_LIMIT_USAGE,
} from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type Limits, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';
import { topTable } from '../top-table';

/** Marks, not alerts: at 1 a key of the limiter is used up. */
const USED_UP: Limits = {
  bad: 'above',
  limits: [
    { value: 0.8, severity: 'warning' },
    { value: 1, severity: 'critical' },
  ],
};

/** What the rate limiters do. */
export function limitsRow(kit: DashboardKit): RowDraft {
  const { queries, bySource, links } = kit;
  return {
    title: 'Rate limits',
    panels: [
      timeSeriesPanel({
        title: 'Decisions by result',
        description:
          'Decisions of all limiters a second. store_error means that a limiter could not look: it lets everybody through or nobody, as it is set up.',
        width: 8,
        unit: UNITS.perSecond,
        form: 'stacked',
        queries: [
          {
            expr: queries.perSecond({ metric: RATE_LIMIT_REQUESTS }, [RATE_LIMIT_RESULT]),
            legend: legendOf(RATE_LIMIT_RESULT),
          },
        ],
        noValue: 'not recorded',
      }),
      alertPanel(kit, {
        alerts: ['RateLimitHitsElevated', 'RateLimitHitsHigh'],
        title: 'Limited requests a minute',
        description: 'Requests a minute that limiters refused.',
        width: 8,
        unit: UNITS.count,
      }),
      timeSeriesPanel({
        title: 'Limited requests by limiter',
        description: 'Requests a second that each limiter refused.',
        width: 8,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond({ metric: RATE_LIMIT_HITS }, [LIMITER]),
            legend: legendOf(LIMITER),
          },
        ],
        noValue: 'not recorded',
      }),
      topTable(bySource, {
        metric: { ...RATE_LIMIT_HITS, attributes: [IP_ADDRESS] },
        title: 'Top limited sources',
        description:
          'Networks that limiters refused most often in the range. One that fails as well is an attacker; one that only hits limits may be an office behind one address.',
        width: 12,
        columns: { label: 'Source', count: 'Hits' },
        valueLinks: links.source(),
      }),
      timeSeriesPanel({
        title: 'Usage of limits',
        description:
          "Largest used share among each limiter's keys: near the mark somebody is about to be refused. Plan capacity before honest users reach it.",
        width: 12,
        unit: UNITS.share,
        queries: [
          {
            expr: queries.highest({ metric: RATE_LIMIT_USAGE }, [LIMITER]),
            legend: legendOf(LIMITER),
          },
        ],
        limits: USED_UP,
        noValue: 'not recorded',
      }),
    ],
  };
}
