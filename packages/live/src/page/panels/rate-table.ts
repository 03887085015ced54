import type { SeriesPayload } from '../../shared/payload';
import type { TableModel } from '../blocks/models';
import { cellsOf, countBetween, secondsBetween, type View } from '../data/view';
import { formatNumber, NO_NUMBER } from '../format/numbers';
import { formatTime } from '../format/times';

const ROW_SECONDS = { '5m': 10, '1h': 60 } as const;

/** A column of a table over time. */
export interface RateColumn {
  readonly label: string;
  readonly series: readonly SeriesPayload[];
}

/** Events a second in rows of ten seconds, or of a minute where an hour is shown, newest first. */
export function rateTable(view: View, caption: string, columns: readonly RateColumn[]): TableModel {
  const seconds = ROW_SECONDS[view.rangeName];
  const rows: string[][] = [];
  for (let end = view.now; end > view.begin; end -= seconds * 1000) {
    const begin = end - seconds * 1000;
    const covered = secondsBetween(view.track, begin, end);
    if (covered <= 0) continue;
    const rates = columns.map(
      ({ series }) => countBetween(view.track, cellsOf(series), begin, end) / covered,
    );
    rows.push([
      formatTime(end),
      ...rates.map((rate) => (covered > 0 ? formatNumber(rate) : NO_NUMBER)),
    ]);
  }
  return {
    caption: `${caption}, ${String(seconds)} s a row`,
    columns: ['Until', ...columns.map(({ label }) => `${label} (per s)`)],
    rows,
  };
}
