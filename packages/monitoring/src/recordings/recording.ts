import { prometheusName } from '@authmeter/core/conventions';
import {
  groupLabels,
  renderMatchers,
  type Grouping,
  type LabelMatcher,
  type QueryScope,
} from '../queries';

/** A series that Prometheus computes beforehand. */
export interface Recording {
  /** `level:metric:operations`. */
  readonly record: string;
  readonly expr: string;
}

/** What a recorded series is of, in the spelling of an instrument. */
export type Subject = `auth.${string}`;

/** The name of a recorded series: what it keeps apart, what it is of, and how it was computed. */
export function recordName(
  by: Grouping,
  subject: Subject,
  operations: string,
  { namespace }: Pick<QueryScope, 'namespace'>,
): string {
  // As a gauge, whose name gets no suffix.
  const metric = prometheusName({ name: subject, kind: 'gauge' }, namespace);
  return `${groupLabels(by).join('_')}:${metric}:${operations}`;
}

/**
 * The labels that rules add to what they compute: those that the scope pins to one value. So the same rules for
 * another environment give other series.
 */
export function pinnedLabels({ matchers }: QueryScope): Readonly<Record<string, string>> {
  return Object.fromEntries(pinned(matchers).map(({ label, value }) => [label, value]));
}

/**
 * How a query refers to a recorded series.
 * @param further matchers on labels that the series keeps
 */
export function referTo(
  { record }: Pick<Recording, 'record'>,
  { matchers }: QueryScope,
  further: readonly LabelMatcher[] = [],
): string {
  return `${record}${renderMatchers([...further, ...pinned(matchers)])}`;
}

function pinned(matchers: readonly LabelMatcher[]): readonly LabelMatcher[] {
  return matchers.filter(({ operator, value }) => operator === '=' && value !== '');
}
