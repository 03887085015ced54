import {
  ATTEMPTS,
  ERROR_TYPE_DEFINITIONS,
  ERRORS,
  type AuthErrorType,
} from '@authmeter/core/conventions';
import type { BarRow } from '../blocks/models';
import type { View } from '../data/view';
import { formatCount, formatShare, plural } from '../format/numbers';
import { familyOf } from '../style/families';
import type { PanelDefinition } from './panel-definition';

const MOST_ROWS = 8;
/** The first ones are worth a word of explanation. */
const EXPLAINED_ROWS = 3;
const KEY = ERRORS.attributes[0].key;

interface Counted {
  readonly type: string;
  readonly count: number;
}

/** Failures by precise type, and what to do first about the most frequent one. */
export const ERROR_TYPES_PANEL: PanelDefinition = {
  id: 'types',
  title: 'What exactly',
  metrics: [ERRORS, ATTEMPTS],
  read: (view) => {
    const counted = countTypes(view);
    const total = counted.reduce((sum, { count }) => sum + count, 0);
    const largest = counted[0]?.count ?? 0;
    const rows = counted.slice(0, MOST_ROWS).map(({ type, count }, place): BarRow => ({
      key: type,
      label: type,
      detail: place < EXPLAINED_ROWS ? (meaningOf(type)?.meaning ?? '') : '',
      share: count / largest,
      text: `${formatCount(count)} · ${formatShare(count / total)}`,
      ink: familyOf(meaningOf(type)?.reason),
      href: `${view.frame.start.docs}failure-reasons.md#${meaningOf(type)?.reason ?? ''}`,
    }));
    return {
      sentence: describe(view, counted, total),
      ...(view.filter.method === undefined
        ? {}
        : { note: 'With a method chosen: attempts alone. Otherwise all operations.' }),
      blocks: [{ kind: 'bars', rows, empty: 'No failure in this window.' }],
      tables: [
        {
          caption: `Failures by precise type in the last ${windowOf(view)}`,
          columns: ['Type', 'Count', 'Share', 'What happened', 'What to do first'],
          rows: counted.map(({ type, count }) => [
            type,
            formatCount(count),
            formatShare(count / total),
            meaningOf(type)?.meaning ?? '',
            meaningOf(type)?.action ?? '',
          ]),
        },
      ],
    };
  },
};

/** Errors of all operations carry no method; where one is chosen, the attempts do. */
function countTypes(view: View): readonly Counted[] {
  const metric = view.filter.method === undefined ? ERRORS : ATTEMPTS;
  const { reason } = view.filter;
  const counts = new Map<string, number>();
  for (const series of view.filtered(metric)) {
    const type = series.attributes[KEY];
    if (type === undefined || (reason !== undefined && meaningOf(type)?.reason !== reason))
      continue;
    counts.set(type, (counts.get(type) ?? 0) + view.countOf([series]));
  }
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
}

function describe(view: View, counted: readonly Counted[], total: number): string {
  const [first] = counted;
  if (first === undefined) return `No failure in the last ${windowOf(view)}.`;
  const action = meaningOf(first.type)?.action ?? '';
  return `${plural(total, 'failure')} in the last ${windowOf(view)}. ${first.type} leads: ${lowered(action)}`;
}

function meaningOf(type: string) {
  return Object.hasOwn(ERROR_TYPE_DEFINITIONS, type)
    ? ERROR_TYPE_DEFINITIONS[type as AuthErrorType]
    : undefined;
}

function windowOf({ rangeName }: View): string {
  return rangeName === '5m' ? '5 min' : 'hour';
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
