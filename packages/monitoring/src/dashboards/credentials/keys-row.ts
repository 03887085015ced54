import { ERRORS, ERROR_TYPE, KEY_LOOKUPS, KEY_LOOKUP_RESULT } from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';

const ofTypes = (...types: readonly string[]) => ({
  metric: ERRORS,
  where: { [ERROR_TYPE.key]: types },
});

/** Whether verifiers know the keys that sign, and agree on what time it is. */
export function keysRow(kit: DashboardKit): RowDraft {
  const { queries, links } = kit;
  return {
    title: 'Keys and clocks',
    panels: [
      timeSeriesPanel({
        title: 'Key lookups by result',
        description:
          'Look-ups of verification keys a second. Right after a rotation some misses and refreshes are normal; not_found that stays is a key that was never published.',
        width: 8,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond({ metric: KEY_LOOKUPS }, [KEY_LOOKUP_RESULT]),
            legend: legendOf(KEY_LOOKUP_RESULT),
          },
        ],
        noValue: 'not recorded',
      }),
      alertPanel(kit, {
        alerts: ['UnknownKeyFailures'],
        title: 'Unknown keys and signatures',
        description: 'Tokens a second with an unknown key or a signature that does not verify.',
        width: 8,
        unit: UNITS.perSecond,
      }),
      alertPanel(kit, {
        alerts: ['UnknownKeyFailures'],
        condition: 1,
        title: 'Share of unknown keys among errors',
        description:
          'Share of unknown keys and wrong signatures among all errors. Both limits have to be exceeded for the alert.',
        width: 8,
        unit: UNITS.share,
      }),
      alertPanel(kit, {
        alerts: ['ClockSkewSuspected'],
        title: 'Tokens not valid yet',
        description: 'Tokens a second from the future.',
        width: 12,
        unit: UNITS.perSecond,
      }),
      timeSeriesPanel({
        title: 'Outside their validity',
        description:
          'Errors a second of tokens too early and too late. Both at once, in equal numbers, are clocks that differ; late ones alone are clients that do not refresh.',
        width: 12,
        unit: UNITS.perSecond,
        queries: [
          {
            expr: queries.perSecond(ofTypes('token_not_yet_valid', 'expired_token'), [ERROR_TYPE]),
            legend: legendOf(ERROR_TYPE),
          },
        ],
        links: [links.failureReasons('expired_token')],
      }),
    ],
  };
}
