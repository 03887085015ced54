import { ACCOUNT_FAILURES, SOURCE_FAILURES } from '@authmeter/core/conventions';
import type { RankedPayload, RankingPayload } from '../../shared/payload';
import type { BarsModel, TableModel } from '../blocks/models';
import type { View } from '../data/view';
import { formatCount, formatNumber, formatShare, plural } from '../format/numbers';
import type { PanelDefinition } from './panel-definition';

const FOLDED = 'other';
/** From here on, what is folded together says too little of how it is spread. */
const MUCH_FOLDED = 0.2;

/** Who fails: the heaviest sources and accounts, and whether it is one or many. */
export const CONCENTRATION_PANEL: PanelDefinition = {
  id: 'sources',
  title: 'Top sources and accounts',
  metrics: [SOURCE_FAILURES, ACCOUNT_FAILURES],
  read: (view) => {
    const { sources, accounts } = view.frame.top;
    const rankings = [
      { what: 'source', ranked: rankedOf(view, sources) },
      { what: 'account', ranked: rankedOf(view, accounts) },
    ].flatMap(({ what, ranked }) => (ranked === undefined ? [] : [{ what, ranked }]));
    const isLowerBound = rankings.some(({ ranked }) => foldedShare(ranked) > MUCH_FOLDED);
    return {
      sentence: rankings.map(({ what, ranked }) => describe(what, ranked)).join(' '),
      note: `Failures of the service's own side are left out. Sources are masked, accounts are hashed.${
        isLowerBound ? ' Much is folded into other, so the effective number is a lower bound.' : ''
      }`,
      blocks: rankings.map(({ what, ranked }) => barsOf(what, ranked)),
      tables: rankings.map(({ what, ranked }) => tableOf(what, ranked)),
    };
  },
};

function rankedOf(
  { rangeName }: View,
  ranking: RankingPayload | undefined,
): RankedPayload | undefined {
  return rangeName === '5m' ? ranking?.fiveMinutes : ranking?.hour;
}

function foldedShare({ first, total }: RankedPayload): number {
  const folded = first.find(({ key }) => key === FOLDED)?.count ?? 0;
  return total === 0 ? 0 : folded / total;
}

function describe(what: string, ranked: RankedPayload): string {
  if (ranked.total === 0) return `No failure of a known ${what}.`;
  const bound = foldedShare(ranked) > MUCH_FOLDED ? 'at least ' : '';
  return `${capital(what)}s: ${bound}${formatNumber(ranked.effective)} effective, of ${formatCount(ranked.keys)}.`;
}

function barsOf(what: string, { first, total, effective, keys }: RankedPayload): BarsModel {
  const largest = Math.max(0, ...first.map(({ count }) => count));
  return {
    kind: 'bars',
    title: `${capital(what)}s: ${formatNumber(effective)} effective of ${plural(keys, 'name')}`,
    rows: first.map(({ key, count }) => ({
      key,
      label: key,
      share: count / largest,
      text: `${formatCount(count)} · ${formatShare(count / total)}`,
      ink: 'failure' as const,
    })),
    empty: `No failing ${what} in this window.`,
  };
}

function tableOf(what: string, { first, total }: RankedPayload): TableModel {
  return {
    caption: `${capital(what)}s with most failures`,
    columns: [capital(what), 'Failures', 'Share'],
    rows: first.map(({ key, count }) => [key, formatCount(count), formatShare(count / total)]),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
