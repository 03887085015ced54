import type { SeriesSelection } from '@authmeter/core/conventions';
import { renderDuration, renderWindow, type QueryWindow } from './duration';
import { aggregate, groupLabels, type Grouping } from './grouping';
import { selectSeries, type HistogramPart, type QueryScope } from './select-series';

/** Over which time a query looks, and what it keeps apart. */
export interface QueryShape {
  readonly window: QueryWindow;
  readonly by: Grouping;
  /** How long ago the window ended, in seconds; now unless given. */
  readonly offsetSeconds?: number;
}

type OneOrMore<T> = readonly [T, ...T[]];

/** PromQL for what people ask of the metrics. Every sum is a sum of rates, so that a restart is no burst. */
export interface Queries {
  /** Events a second; of a histogram, values recorded a second. */
  readonly rate: (of: SeriesSelection, shape: QueryShape) => string;
  /** Events in the window; of a histogram, values recorded. */
  readonly increase: (of: SeriesSelection, shape: QueryShape) => string;
  /** The rates of several metrics added up. A metric that a service lacks counts as nothing, unless it lacks `base`. */
  readonly rateOfAll: (
    all: OneOrMore<SeriesSelection>,
    base: SeriesSelection,
    shape: QueryShape,
  ) => string;
  /** The part's share of the whole, 0 to 1: a sum divided by a sum. NaN where the whole saw no events. */
  readonly share: (
    part: SeriesSelection,
    whole: OneOrMore<SeriesSelection>,
    shape: QueryShape,
  ) => string;
  /** The rates of a histogram's buckets by `le`, for a heatmap. */
  readonly buckets: (of: SeriesSelection, shape: QueryShape) => string;
  /** A quantile (0 to 1) of a histogram, in its unit. */
  readonly quantile: (quantile: number, of: SeriesSelection, shape: QueryShape) => string;
  /** The mean of a histogram, in its unit. */
  readonly mean: (of: SeriesSelection, shape: QueryShape) => string;
  /** The largest value of a gauge now. */
  readonly highest: (of: SeriesSelection, by: Grouping) => string;
  /** The smallest value of a gauge now. */
  readonly lowest: (of: SeriesSelection, by: Grouping) => string;
  /** A gauge or an up-down counter added up now. */
  readonly total: (of: SeriesSelection, by: Grouping) => string;
}

/** Builds queries that all look at the same series. */
export function createQueries(scope: QueryScope): Queries {
  const over = (
    aggregation: 'rate' | 'increase',
    of: SeriesSelection,
    { window, by, offsetSeconds }: QueryShape,
    part: HistogramPart | undefined = of.metric.kind === 'histogram' ? 'count' : undefined,
  ): string => {
    const offset = offsetSeconds === undefined ? '' : ` offset ${renderDuration(offsetSeconds)}`;
    const range = `${selectSeries(of, scope, part)}[${renderWindow(window)}]${offset}`;
    return aggregate('sum', by, `${aggregation}(${range})`);
  };
  const rate: Queries['rate'] = (of, shape) => over('rate', of, shape);
  const rateOfAll: Queries['rateOfAll'] = ([first, ...others], base, shape) => {
    if (others.length === 0) return rate(first, shape);
    const labels = groupLabels(shape.by).join(', ');
    // Adding a vector that is empty gives an empty vector, and an alert that never fires.
    const nothing = `or on (${labels}) 0 * ${rate(base, shape)}`;
    return [first, ...others].map((of) => `(${rate(of, shape)} ${nothing})`).join('\n+ ');
  };
  const buckets: Queries['buckets'] = (of, shape) =>
    over('rate', of, { ...shape, by: [...shape.by, 'le'] }, 'bucket');
  return {
    rate,
    increase: (of, shape) => over('increase', of, shape),
    rateOfAll,
    share: (part, whole, shape) => {
      const divisor = rateOfAll(whole, part, shape);
      return `${rate(part, shape)}\n/ ${whole.length === 1 ? divisor : `(\n${divisor}\n)`}`;
    },
    buckets,
    quantile: (quantile, of, shape) => `histogram_quantile(${quantile}, ${buckets(of, shape)})`,
    mean: (of, shape) => `${over('rate', of, shape, 'sum')}\n/ ${over('rate', of, shape, 'count')}`,
    highest: (of, by) => aggregate('max', by, selectSeries(of, scope)),
    lowest: (of, by) => aggregate('min', by, selectSeries(of, scope)),
    total: (of, by) => aggregate('sum', by, selectSeries(of, scope)),
  };
}
