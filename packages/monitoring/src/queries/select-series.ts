import { prometheusLabel, prometheusName, type SeriesSelection } from '@authmeter/core/conventions';
import { matchValues, renderMatcher, type LabelMatcher } from './label-matcher';

/** Which series of Authmeter queries look at. */
export interface QueryScope {
  /** The option `namespace` of the services that are looked at; absent where they have none. */
  readonly namespace?: string | undefined;
  /** What every series has to match besides. */
  readonly matchers: readonly LabelMatcher[];
}

/** The series of a histogram that is meant: by bucket, the sum of its values, or their number. */
export type HistogramPart = 'bucket' | 'sum' | 'count';

/** `auth_attempts_total`, with the namespace in front. */
export function seriesName(
  { metric }: Pick<SeriesSelection, 'metric'>,
  { namespace }: Pick<QueryScope, 'namespace'>,
  part?: HistogramPart,
): string {
  const name = prometheusName(metric, namespace);
  return part === undefined ? name : `${name}_${part}`;
}

/** A selector of PromQL: `auth_attempts_total{outcome="failure",env="prod"}`. */
export function selectSeries(
  selection: SeriesSelection,
  scope: QueryScope,
  part?: HistogramPart,
): string {
  const { where = {}, except = {} } = selection;
  const matchers = [
    ...Object.entries(where).map(([key, values]) => matchValues(prometheusLabel(key), values)),
    ...Object.entries(except).map(([key, values]) =>
      matchValues(prometheusLabel(key), values, true),
    ),
    ...scope.matchers,
  ];
  return `${seriesName(selection, scope, part)}${renderMatchers(matchers)}`;
}

/** Matchers in braces, or nothing where there are none. */
export function renderMatchers(matchers: readonly LabelMatcher[]): string {
  return matchers.length === 0 ? '' : `{${matchers.map(renderMatcher).join(',')}}`;
}
