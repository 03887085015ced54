import type { SeriesPayload } from '../../shared/payload';
import { cellsOf, type View } from '../data/view';
import { formatNumber, formatShare, NO_NUMBER } from '../format/numbers';
import { formatSpan } from '../format/times';

/** "Now" is the mean of this time. */
export const NOW_SECONDS = 30;
const BEFORE_SECONDS = 300;
/** Below so many decisions a share says nothing. */
const LEAST_DECISIONS = 10;

/** How much, and how much of it fails. */
export interface RateAndShare {
  /** Events a second; undefined without a record. */
  readonly rate: number | undefined;
  /** Of them; undefined where there are too few to say. */
  readonly failing: number | undefined;
}

/** How much there is of something now, or was five minutes ago, and how much of it fails. */
export function rateAndShare(
  view: View,
  all: readonly SeriesPayload[],
  when: 'now' | 'before',
): RateAndShare {
  const ago = when === 'now' ? 0 : BEFORE_SECONDS;
  const rate = view.rateOf(all, NOW_SECONDS, ago);
  const failed = all.filter(({ attributes }) => attributes['outcome'] === 'failure');
  const failedRate = view.rateOf(failed, NOW_SECONDS, ago);
  const isEnough = rate !== undefined && rate * NOW_SECONDS >= LEAST_DECISIONS;
  return { rate, failing: isEnough && failedRate !== undefined ? failedRate / rate : undefined };
}

/** Says both moments: "20.6 a second now, 43 % failing; five minutes ago 12.5 and 4 %." */
export function describeRate(view: View, all: readonly SeriesPayload[]): string {
  const now = rateAndShare(view, all, 'now');
  if (now.rate === undefined) return 'Just begun.';
  if (now.rate === 0) return describeSilence(view, all);
  const before = rateAndShare(view, all, 'before');
  const failing = now.failing === undefined ? '' : `, ${formatShare(now.failing)} failing`;
  const past =
    before.rate === undefined
      ? ''
      : `; five minutes ago ${formatNumber(before.rate)}${
          before.failing === undefined ? '' : ` and ${formatShare(before.failing)}`
        }`;
  return `${formatNumber(now.rate)} a second now${failing}${past}.`;
}

/** A share of failures, or a dash and how many decisions there were. */
export function shareOrFew({ failing }: RateAndShare): string {
  return failing === undefined ? NO_NUMBER : formatShare(failing);
}

/** Says for how long there was nothing. */
function describeSilence(view: View, all: readonly SeriesPayload[]): string {
  const columns = cellsOf(all).map((cell) => view.track.column(cell));
  const last = view.track.times.findLast((_, at) =>
    columns.some((column) => (column[at] ?? 0) > 0),
  );
  if (last === undefined) return `None in the last ${view.rangeName === '5m' ? '5 min' : 'hour'}.`;
  return `None for ${formatSpan((view.now - last.end) / 1000)}.`;
}
