import type { Counter } from '@opentelemetry/api';
import type { AllowList, MetricDefinition } from '../conventions';
import { NO_CELL } from './label-axis';
import { LabelSpace } from './label-space';

/** What a counter hands its counts to; an SDK counter or up-down counter. */
export type CountSink = Pick<Counter, 'add'>;

/**
 * Counts in one array cell per attribute set, and hands whole cells to an ordinary SDK counter when a reader
 * collects. An increment costs two or three look-ups and no allocation, however many readers there are.
 */
export class ClosedCounter {
  readonly labels: LabelSpace;
  /** What waits in each cell; NaN: nothing was added. Amounts that cancel out are handed over too, as a series at 0. */
  private readonly pending: Float64Array;

  constructor(
    readonly definition: MetricDefinition,
    declared: Readonly<Partial<Record<AllowList, readonly string[]>>> = {},
  ) {
    this.labels = new LabelSpace(definition, declared);
    this.pending = new Float64Array(this.labels.size).fill(Number.NaN);
  }

  /** Adds to a cell; `NO_CELL` is refused with false. */
  add(cell: number, amount = 1): boolean {
    if (cell === NO_CELL) return false;
    const waiting = this.pending[cell] ?? Number.NaN;
    this.pending[cell] = Number.isNaN(waiting) ? amount : waiting + amount;
    return true;
  }

  /** Hands every cell over that was added to, and empties it. */
  flushTo(sink: CountSink): void {
    const { pending, labels } = this;
    for (let cell = 0; cell < pending.length; cell += 1) {
      const count = pending[cell] ?? Number.NaN;
      if (Number.isNaN(count)) continue;
      pending[cell] = Number.NaN;
      sink.add(count, labels.attributesOf(cell));
    }
  }

  /** Makes the series that alerts select on exist, at zero. */
  startSeries(sink: CountSink): void {
    for (const set of this.labels.zeroSets()) sink.add(0, set);
  }
}
