import type { MetricDefinition } from '../metric-definition';

/** Series of one metric, narrowed by the values of its attributes. All that are left are added up. */
export interface SeriesSelection {
  readonly metric: MetricDefinition;
  /** By attribute key, the values it may have; a series without the attribute is left out. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** By attribute key, the values it may not have; a series without the attribute stays. */
  readonly except?: Readonly<Record<string, readonly string[]>>;
}
