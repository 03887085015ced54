import { prometheusLabel, type AttributeDefinition } from '@authmeter/core/conventions';

/** What a sum keeps apart: attributes, who was scraped, or the buckets of a histogram. */
export type Grouping = readonly (AttributeDefinition | 'job' | 'instance' | 'le')[];

/** The labels of a grouping, in its order. */
export function groupLabels(by: Grouping): readonly string[] {
  return by.map((label) => (typeof label === 'string' ? label : prometheusLabel(label.key)));
}

/** `sum by (job) (…)`; without labels `sum(…)`. */
export function aggregate(
  operator: 'sum' | 'max' | 'min' | 'group',
  by: Grouping,
  vector: string,
): string {
  const labels = groupLabels(by);
  return labels.length === 0
    ? `${operator}(${vector})`
    : `${operator} by (${labels.join(', ')}) (${vector})`;
}
