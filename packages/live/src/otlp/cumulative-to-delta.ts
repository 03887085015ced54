import { RecentMap } from './recent-map';

/** A sender of Authmeter's metrics has fewer; one that sends more is not remembered whole. */
const MOST_SERIES = 8000;

/** Turns totals since some start into what came since the last export. */
export class CumulativeToDelta {
  private readonly totals = new RecentMap<readonly number[]>(MOST_SERIES);

  /**
   * What came since the series was last seen.
   *
   * @param series Names the series, and the start of its totals: a restart is another one.
   * @param totals One number, or one for each bucket.
   * @param isBaseline Whether a series that was never seen before is older than we are: then nothing of it is new.
   */
  difference(series: string, totals: readonly number[], isBaseline: boolean): readonly number[] {
    const before = this.totals.get(series);
    this.totals.set(series, totals);
    if (before === undefined) return isBaseline ? totals.map(() => 0) : totals;
    const hasReset = before.length !== totals.length || sumOf(totals) < sumOf(before);
    if (hasReset) return totals;
    // Between buckets, counts may move when an exponential histogram widens its own.
    return totals.map((total, at) => Math.max(0, total - (before[at] ?? 0)));
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
