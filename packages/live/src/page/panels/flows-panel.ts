import {
  AUTHORIZATIONS,
  GUESTS,
  LOGOUTS,
  MFA_CHALLENGES,
  OAUTH_STEPS,
  OAUTH_STEPS_TAKEN,
  PASSWORD_RESETS,
  REGISTRATIONS,
  TOKEN_ISSUANCES,
  TOKEN_REVOCATIONS,
  type MetricDefinition,
} from '@authmeter/core/conventions';
import type { BarsModel } from '../blocks/models';
import type { View } from '../data/view';
import { formatCount, plural } from '../format/numbers';
import { readable } from '../format/words';
import type { PanelDefinition } from './panel-definition';

/** Flows, and what tells their counts apart. */
const FLOWS: readonly (readonly [
  title: string,
  metric: MetricDefinition,
  keys: readonly string[],
])[] = [
  ['Registrations', REGISTRATIONS, ['outcome']],
  ['OAuth steps', OAUTH_STEPS_TAKEN, ['step', 'outcome']],
  ['Second factor', MFA_CHALLENGES, ['stage', 'outcome']],
  ['Password reset', PASSWORD_RESETS, ['event']],
  ['Guests', GUESTS, ['event']],
  ['Authorizations', AUTHORIZATIONS, ['outcome']],
  ['Tokens issued', TOKEN_ISSUANCES, ['grant_type']],
  ['Tokens withdrawn', TOKEN_REVOCATIONS, ['cause']],
  ['Logouts', LOGOUTS, ['cause']],
];

/** An order that tells a story, where there is one; otherwise the most frequent comes first. */
const ORDER: readonly string[] = OAUTH_STEPS;

/** Counts of everything that is no attempt. */
export const FLOWS_PANEL: PanelDefinition = {
  id: 'flows',
  title: 'Flows',
  metrics: FLOWS.map(([, metric]) => metric),
  isFolded: true,
  read: (view) => {
    const flows = FLOWS.filter(([, metric]) => view.hasRecorded(metric)).map(
      ([title, metric, keys]) => barsOf(view, title, metric, keys),
    );
    return {
      sentence: `${plural(flows.length, 'flow')}, counts of the last ${view.rangeName === '5m' ? '5 min' : 'hour'}.`,
      blocks: flows,
      tables: flows.map(({ title = '', rows }) => ({
        caption: title,
        columns: ['What', 'Count'],
        rows: rows.map(({ label, text }) => [label, text]),
      })),
    };
  },
};

function barsOf(
  view: View,
  title: string,
  metric: MetricDefinition,
  keys: readonly string[],
): BarsModel {
  const counts = new Map<string, number>();
  for (const series of view.filtered(metric)) {
    const label = keys
      .map((key) => readable(series.attributes[key] ?? ''))
      .filter(Boolean)
      .join(', ');
    counts.set(label, (counts.get(label) ?? 0) + view.countOf([series]));
  }
  const largest = Math.max(1, ...counts.values());
  const rank = (label: string): number =>
    ORDER.findIndex((step) => label.startsWith(readable(step)));
  return {
    kind: 'bars',
    title,
    rows: [...counts]
      .sort((left, right) => rank(left[0]) - rank(right[0]) || right[1] - left[1])
      .map(([label, count]) => ({
        key: label,
        label,
        share: count / largest,
        text: formatCount(count),
        ink: /fail/.test(label) ? ('failure' as const) : ('success' as const),
      })),
    empty: 'None in this window.',
  };
}
