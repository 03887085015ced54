import type { MetricDefinition } from '@authmeter/core/conventions';
import type { Buckets } from '../shared/rebucket';

/** What a histogram recorded. */
export interface Distribution extends Buckets {
  /** Sum of the values, in the unit of the metric. */
  readonly sum: number;
}

/** One point of one of Authmeter's metrics, whatever brought it. */
export interface MetricPoint {
  readonly definition: MetricDefinition;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Counters and histograms: what came since the point before. Everything else: what holds now. */
  readonly value: number | Distribution;
}
