import {
  TOKEN_AGE,
  TOKEN_REFRESHES,
  TOKEN_REMAINING_LIFETIME,
  TOKEN_VALIDATIONS,
} from '@authmeter/core/conventions';
import type { BarRow, FactsModel, PanelReading } from '../blocks/models';
import { bucketsOf } from '../data/buckets';
import { slotsBetween, type View } from '../data/view';
import { formatCount, formatNumber, formatShare, orDash } from '../format/numbers';
import { formatSpan } from '../format/times';
import { aboutToExpire, expiringShare } from './about-to-expire';
import { rateAndShare, shareOrFew } from './now-and-before';
import type { PanelDefinition } from './panel-definition';

/** How old accepted tokens are, how many are about to expire, and how refreshing and validating go. */
export const TOKENS_PANEL: PanelDefinition = {
  id: 'tokens',
  title: 'Tokens',
  metrics: [TOKEN_AGE, TOKEN_REMAINING_LIFETIME, TOKEN_REFRESHES, TOKEN_VALIDATIONS],
  read: (view): PanelReading => {
    const ages = ageRows(view);
    const facts = factsOf(view);
    return {
      sentence: describe(view),
      blocks: [
        ...(ages.length > 0
          ? [{ kind: 'bars', title: 'Age when accepted', rows: ages, empty: '' } as const]
          : []),
        ...(view.hasRecorded(TOKEN_REMAINING_LIFETIME) ? [aboutToExpire(view)] : []),
        facts,
      ],
      tables: [
        {
          caption: 'Accepted tokens by age',
          columns: ['Age', 'Count'],
          rows: ages.map(({ label, text }) => [label, text]),
        },
        {
          caption: 'Refreshes and validations',
          columns: ['What', 'Last 30 seconds'],
          rows: facts.rows.map(({ label, value }) => [label, value]),
        },
      ],
    };
  },
};

function windowSlots(view: View): readonly number[] {
  return slotsBetween(view.track, view.begin, view.now);
}

function ageRows(view: View): readonly BarRow[] {
  const series = view.filtered(TOKEN_AGE);
  const { boundaries, counts } = bucketsOf(view.track, series, windowSlots(view));
  const largest = Math.max(0, ...counts);
  if (largest === 0) return [];
  // Rows beyond the oldest token would be empty every time.
  const end = counts.findLastIndex((count) => count > 0) + 1;
  return counts.slice(0, end).map((count, index) => {
    const upper = boundaries[index];
    const label =
      upper === undefined
        ? `over ${formatSpan(boundaries.at(-1) ?? 0)}`
        : `to ${formatSpan(upper)}`;
    return { key: label, label, share: count / largest, text: formatCount(count) };
  });
}

function factsOf(view: View): FactsModel {
  const rows = (
    [
      ['Validations', TOKEN_VALIDATIONS],
      ['Refreshes', TOKEN_REFRESHES],
    ] as const
  ).flatMap(([label, metric]) => {
    if (!view.hasRecorded(metric)) return [];
    const now = rateAndShare(view, view.filtered(metric), 'now');
    return [
      { label, value: orDash(now.rate, (rate) => `${formatNumber(rate)}/s`) },
      { label: `${label} failing`, value: shareOrFew(now) },
    ];
  });
  return { kind: 'facts', rows };
}

function describe(view: View): string {
  const share = expiringShare(view);
  const validations = rateAndShare(view, view.filtered(TOKEN_VALIDATIONS), 'now');
  const expiring =
    share === undefined
      ? ''
      : ` ${formatShare(share)} of the accepted ones expire within a minute.`;
  return `${orDash(validations.rate, formatNumber)} tokens validated a second now.${expiring}`;
}
