import { TOKEN_REMAINING_LIFETIME } from '@authmeter/core/conventions';
import type { PlotModel } from '../blocks/models';
import { bucketsOf, sizeOf } from '../data/buckets';
import { axisOf, trailing } from '../data/rates';
import { slotsBetween, type View } from '../data/view';
import { formatRoundShare, formatShare, orDash } from '../format/numbers';
import { formatSpan } from '../format/times';
import { marksOf } from './marks';

/** Who has less left than this will be back for another token. */
const SOON_SECONDS = 60;
const SPAN_SECONDS = 30;

/** Share of the uses now that had little time left; undefined while there are none. */
export function expiringShare(view: View): number | undefined {
  const slots = slotsBetween(view.track, view.now - SPAN_SECONDS * 1000, view.now);
  return soonShare(view, view.filtered(TOKEN_REMAINING_LIFETIME), slots);
}

/** The same over time: it climbs before a wave of expired tokens. */
export function aboutToExpire(view: View): PlotModel {
  const axis = axisOf(view);
  const series = view.filtered(TOKEN_REMAINING_LIFETIME);
  const values = trailing(
    view,
    axis,
    SPAN_SECONDS,
    (slots) => soonShare(view, series, slots) ?? null,
  );
  return {
    kind: 'plot',
    title: `Used with less than ${formatSpan(SOON_SECONDS)} left`,
    at: axis.at,
    series: [
      {
        label: 'share of uses',
        ink: 'success',
        values,
        text: orDash(values.at(-1) ?? undefined, formatShare),
      },
    ],
    isStacked: false,
    begin: view.begin,
    end: view.now,
    format: formatShare,
    formatAxis: formatRoundShare,
    atLeast: 0.1,
    marks: marksOf(view),
  };
}

function soonShare(
  view: View,
  series: ReturnType<View['series']>,
  slots: readonly number[],
): number | undefined {
  const buckets = bucketsOf(view.track, series, slots);
  const all = sizeOf(buckets);
  if (all === 0) return undefined;
  const soon = buckets.boundaries.findLastIndex((bound) => bound <= SOON_SECONDS);
  return buckets.counts.slice(0, soon + 1).reduce((sum, count) => sum + count, 0) / all;
}
