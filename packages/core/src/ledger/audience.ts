import { shared } from '../shared';

/** Two of the longest usual interval between collections, 60 s: whoever exports has come within. */
const EXPORTER_IS_GONE_AFTER_MILLISECONDS = 120_000;

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

  constructor(private readonly monotonicMilliseconds: () => number) {}

  /** Whether the collection that begins is seen by whoever keeps the series. To be asked once for each. */
  seesZeros(): boolean {
    const now = this.monotonicMilliseconds();
    if (!looking.isOnlooker) this.exportedAt = now;
    return (
      !looking.isOnlooker ||
      this.exportedAt === undefined ||
      now - this.exportedAt > EXPORTER_IS_GONE_AFTER_MILLISECONDS
    );
  }

  /** Another provider begins, with readers of its own. */
  restart(): void {
    this.exportedAt = undefined;
  }
}
