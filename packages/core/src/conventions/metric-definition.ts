import type { AttributeDefinition } from './attributes/attribute-definition';

export const METRIC_KINDS = ['counter', 'upDownCounter', 'gauge', 'histogram'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** One instrument: everything that the code, the docs, the rules and the dashboards need to know of it. */
export interface MetricDefinition {
  /** OpenTelemetry instrument name; a real unit is its last word, `total` never is. */
  readonly name: `auth.${string}`;
  readonly kind: MetricKind;
  /** UCUM unit; a count carries what is counted in braces. */
  readonly unit: string;
  /** One sentence, shown as HELP. */
  readonly description: string;
  readonly attributes: readonly AttributeDefinition[];
  /** Upper bounds of a histogram in its unit, strictly rising. */
  readonly buckets?: readonly number[];
  /**
   * Series that exist at zero from the start, so that `increase()` sees their first event: the values per
   * attribute key; a key that is left out takes all its values. Absent: no series starts at zero.
   */
  readonly startsAtZero?: Readonly<Record<string, readonly string[]>>;
  /** The requirement documents that ask for it, by number. */
  readonly seeds: readonly string[];
}
