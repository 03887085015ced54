import type { AlertDefinition } from '@authmeter/core/conventions';
import { groupLabels } from '../queries';
import { levelOf } from '../recordings';
import { conditionTerms, type ConditionContext } from './condition-terms';

/** The query of an alert: gives a value for each job, and each value of what it keeps, that is to be told of. */
export function alertExpr(alert: AlertDefinition, context: ConditionContext): string {
  const terms = alert.conditions.map((condition) => conditionTerms(alert, condition, context));
  const comparisons = terms
    .flatMap((term) => term.comparisons)
    .map(({ value, operator, limit }) => `${value} ${operator} ${limit}`);
  const labels = groupLabels(levelOf(alert)).join(', ');
  return [
    comparisons.join(`\nand on (${labels})\n`),
    ...terms.flatMap(({ present }) => present).map((vector) => `and on (job)\n${vector}`),
    ...terms.flatMap(({ missing }) => missing).map((vector) => `unless on (job)\n${vector}`),
  ].join('\n');
}
