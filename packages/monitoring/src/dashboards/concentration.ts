import type { AttributeDefinition, MetricDefinition } from '@authmeter/core/conventions';
import { ratio, type PanelQueries } from './panel-queries';

/** A metric whose series are sources, or accounts. */
export interface LedgerMetric extends MetricDefinition {
  readonly attributes: readonly [AttributeDefinition];
}

/** The value of all that have no series of their own. */
export const FOLDED_VALUE = 'other';

/** One divided by the sum of squared shares: 1 when one does everything, n when n do the same each. */
export function effectiveNumber({ perSecond }: PanelQueries, metric: LedgerMetric): string {
  const rates = perSecond({ metric }, metric.attributes);
  return ratio(`sum(${rates}) ^ 2`, `sum((${rates}) ^ 2)`);
}

/** Share of what has no series of its own. */
export function foldedShare({ share }: PanelQueries, metric: LedgerMetric): string {
  const [{ key }] = metric.attributes;
  return share({ metric, where: { [key]: [FOLDED_VALUE] } }, { metric });
}
