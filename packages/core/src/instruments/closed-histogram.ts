import type { AllowList, MetricDefinition } from '../conventions';
import { LabelSpace } from './label-space';

/** A histogram whose attribute sets are all known beforehand; its values pass through the ring. */
export class ClosedHistogram {
  readonly labels: LabelSpace;

  constructor(
    readonly definition: MetricDefinition,
    declared: Readonly<Partial<Record<AllowList, readonly string[]>>> = {},
  ) {
    this.labels = new LabelSpace(definition, declared);
  }
}
