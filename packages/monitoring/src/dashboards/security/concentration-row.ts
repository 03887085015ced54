import { ACCOUNT_FAILURES, SOURCE_FAILURES } from '@authmeter/core/conventions';
import { timeSeriesPanel, UNITS, type RowDraft } from '../../grafana';
import { alertPanel } from '../alert-panel';
import { effectiveNumber, foldedShare } from '../concentration';
import type { DashboardKit } from '../dashboard-kit';

/** One attacker or many, one victim or many: the pattern tells the kind of attack. */
export function concentrationRow(kit: DashboardKit): RowDraft {
  const { queries, links } = kit;
  return {
    title: 'Pattern',
    panels: [
      timeSeriesPanel({
        title: 'Effective sources and accounts',
        description:
          'How many equally busy sources, and accounts, would fail as concentratedly as the real ones. One and one: brute force. One source, many accounts: spraying. Many and many with a rise of failures: stuffing. Without an attack both are as large as your traffic is mixed.',
        width: 8,
        unit: UNITS.count,
        queries: [
          { expr: effectiveNumber(queries, SOURCE_FAILURES), legend: 'sources' },
          { expr: effectiveNumber(queries, ACCOUNT_FAILURES), legend: 'accounts' },
        ],
        links: [links.runbook('AttackDetected')],
        noValue: 'no failures',
      }),
      timeSeriesPanel({
        title: 'Failures without a series of their own',
        description:
          'Share of failures from sources, and against accounts, that were folded into "other". High while failures are high: an attack from more sources than the ledger holds.',
        width: 8,
        unit: UNITS.share,
        queries: [
          { expr: foldedShare(queries, SOURCE_FAILURES), legend: 'sources' },
          { expr: foldedShare(queries, ACCOUNT_FAILURES), legend: 'accounts' },
        ],
        max: 1,
        links: [links.runbook('AuthCardinalityFolding')],
        noValue: 'none',
      }),
      alertPanel(kit, {
        alerts: ['AuthCardinalityFolding'],
        title: 'Events without a series of their own',
        description:
          'Share of failures and rate-limit hits that were folded. Much of it means that the top lists hide somebody: an attack from many sources, or a ledger that is too small.',
        width: 8,
        unit: UNITS.share,
      }),
    ],
  };
}
