import type { Histogram } from '@opentelemetry/api';
import type { ClosedHistogram } from './closed-histogram';

/** Resolves a histogram to the SDK instrument that stands for it now. */
export type HistogramSinks = (histogram: ClosedHistogram) => Pick<Histogram, 'record'>;

/**
 * Holds histogram values until a reader collects or the ring is full, and then replays them into ordinary SDK
 * histograms: the SDK's own buckets, views and readers see every single value, but in a batch that finds
 * warm caches. Memory is fixed.
 */
export class MeasurementRing {
  private readonly histograms: (ClosedHistogram | undefined)[];
  private readonly cells: Uint16Array;
  private readonly values: Float64Array;
  private length = 0;

  /** @param capacity Most values that wait, a positive integer. */
  constructor(readonly capacity: number) {
    this.histograms = new Array<ClosedHistogram | undefined>(capacity).fill(undefined);
    this.cells = new Uint16Array(capacity);
    this.values = new Float64Array(capacity);
  }

  get isFull(): boolean {
    return this.length === this.capacity;
  }

  /** Keeps a value; the caller drains a full ring first. */
  push(histogram: ClosedHistogram, cell: number, value: number): void {
    const position = this.length;
    this.histograms[position] = histogram;
    this.cells[position] = cell;
    this.values[position] = value;
    this.length = position + 1;
  }

  /** Replays everything, oldest first, and empties the ring. */
  drainTo(sinks: HistogramSinks): void {
    const { length } = this;
    this.length = 0;
    for (let position = 0; position < length; position += 1) {
      const histogram = this.histograms[position];
      const value = this.values[position];
      const cell = this.cells[position];
      if (histogram === undefined || value === undefined || cell === undefined) continue;
      sinks(histogram).record(value, histogram.labels.attributesOf(cell));
    }
  }
}
