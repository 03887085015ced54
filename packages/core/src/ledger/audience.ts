import { shared } from '../shared';

/** Intervals between exports that are remembered; several readers export in turn. */
const REMEMBERED_INTERVALS = 4;
/** Whoever exports and has not come for so many of its intervals is gone. */
const MISSED_INTERVALS = 2;
/** Nobody waits for longer than for two of the longest usual interval, 60 s. */
const LONGEST_WAIT_MILLISECONDS = 120_000;

const looking = shared('looking on', () => ({ isOnlooker: false }));

/**
 * Runs a collection for somebody who only looks on, such as a page that draws what there is: it shows the zero of a
 * new series to nobody, as long as a reader that exports comes as well.
 *
 * @param collect Starts the collection at once; the SDK calls back before it returns. A test pins this for each line.
 */
export function collectAsOnlooker<Result>(collect: () => Result): Result {
  looking.isOnlooker = true;
  try {
    return collect();
  } finally {
    looking.isOnlooker = false;
  }
}

/** Knows for whom is collected. The SDK does not say which of its readers collects. */
export class Audience {
  private exportedAt: number | undefined;
  private intervals: readonly number[] = [];

  constructor(private readonly monotonicMilliseconds: () => number) {}

  /** Whether the collection that begins is seen by whoever keeps the series. To be asked once for each. */
  seesZeros(): boolean {
    const now = this.monotonicMilliseconds();
    if (looking.isOnlooker) return !this.isExportDue(now);
    if (this.exportedAt !== undefined) {
      this.intervals = [now - this.exportedAt, ...this.intervals].slice(0, REMEMBERED_INTERVALS);
    }
    this.exportedAt = now;
    return true;
  }

  /** Another provider begins, with readers of its own. */
  restart(): void {
    this.exportedAt = undefined;
    this.intervals = [];
  }

  /** Once is nobody who comes again: a person who looks what there is. */
  private isExportDue(now: number): boolean {
    if (this.exportedAt === undefined || this.intervals.length === 0) return false;
    const wait = Math.min(
      MISSED_INTERVALS * Math.max(...this.intervals),
      LONGEST_WAIT_MILLISECONDS,
    );
    return now - this.exportedAt <= wait;
  }
}
