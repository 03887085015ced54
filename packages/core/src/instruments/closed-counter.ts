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
  private readonly pending: Float64Array;
  /** Cells that were added to: one whose amounts cancel out is handed over too, as a series at 0. */
  private readonly touched: Uint8Array;

  constructor(
    readonly definition: MetricDefinition,
    declared: Readonly<Partial<Record<AllowList, readonly string[]>>> = {},
  ) {
    this.labels = new LabelSpace(definition, declared);
    this.pending = new Float64Array(this.labels.size);
    this.touched = new Uint8Array(this.labels.size);
  }

  /** Adds to a cell; `NO_CELL` is refused with false. */
  add(cell: number, amount = 1): boolean {
    if (cell === NO_CELL) return false;
    this.pending[cell] = (this.pending[cell] ?? 0) + amount;
    this.touched[cell] = 1;
    return true;
  }

  /** Hands every cell over that was added to, and empties it. */
  flushTo(sink: CountSink): void {
    const { pending, touched, labels } = this;
    for (let cell = touched.indexOf(1); cell !== -1; cell = touched.indexOf(1, cell + 1)) {
      const count = pending[cell] ?? 0;
      pending[cell] = 0;
      touched[cell] = 0;
      sink.add(count, labels.attributeSets[cell]);
    }
  }

  /** Makes the series that alerts select on exist, at zero. */
  startSeries(sink: CountSink): void {
    for (const cell of this.labels.zeroCells) sink.add(0, this.labels.attributeSets[cell]);
  }
}
