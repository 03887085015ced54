import type { ClosedHistogram } from '../instruments/closed-histogram';
import { MeasurementRing, type HistogramSinks } from '../instruments/measurement-ring';

/** Values kept while there is no SDK; more are dropped and counted. */
const CAPACITY = 2048;

/** Histogram values that wait for an SDK to be registered. Memory is fixed, and taken with the first of them. */
export class Backlog {
  private ring: MeasurementRing | undefined;
  private dropped = 0;

  keep(histogram: ClosedHistogram, cell: number, value: number): void {
    this.ring ??= new MeasurementRing(CAPACITY);
    if (this.ring.isFull) this.dropped += 1;
    else this.ring.push(histogram, cell, value);
  }

  /** Hands over everything that waits; returns how many values found no room since the last time. */
  deliverTo(sinks: HistogramSinks): number {
    const { ring } = this;
    this.ring = undefined;
    ring?.drainTo(sinks);
    const { dropped } = this;
    this.dropped = 0;
    return dropped;
  }
}
