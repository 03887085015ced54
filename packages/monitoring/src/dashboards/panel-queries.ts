import type { SeriesSelection } from '@authmeter/core/conventions';
import {
  aggregate,
  createQueries,
  groupLabels,
  selectSeries,
  type Grouping,
  type QueryScope,
} from '../queries';

/** The PromQL of panels, in windows that follow the zoom. */
export interface PanelQueries {
  /** A series selector. */
  readonly series: (of: SeriesSelection) => string;
  /** Events a second; of a histogram, values recorded. */
  readonly perSecond: (of: SeriesSelection, by?: Grouping) => string;
  /** As `perSecond`, of those values alone that occurred in the range: most of a long list never do. */
  readonly perSecondWhereAny: (of: SeriesSelection, by: Grouping) => string;
  /** Events in the range of the dashboard, those that gave birth to a series too. For its end alone. */
  readonly inRange: (of: SeriesSelection, by?: Grouping) => string;
  /** Events between two points of the panel. */
  readonly inInterval: (of: SeriesSelection, by?: Grouping) => string;
  /** The part's share of the whole, 0 to 1. */
  readonly share: (part: SeriesSelection, whole: SeriesSelection, by?: Grouping) => string;
  /** The share of a histogram's values up to one of its bounds, 0 to 1. */
  readonly shareBelow: (of: SeriesSelection, bound: number, by?: Grouping) => string;
  /** A gauge, added up over instances. */
  readonly level: (of: SeriesSelection, by?: Grouping) => string;
  /** The largest of a gauge. */
  readonly highest: (of: SeriesSelection, by?: Grouping) => string;
  /** The smallest of a gauge. */
  readonly lowest: (of: SeriesSelection, by?: Grouping) => string;
  /** A quantile of a histogram. */
  readonly quantile: (quantile: number, of: SeriesSelection, by?: Grouping) => string;
  /** The mean of a histogram. */
  readonly mean: (of: SeriesSelection, by?: Grouping) => string;
  /** What a histogram recorded a second, by bucket. */
  readonly buckets: (of: SeriesSelection) => string;
}

const INTERVAL = '$__rate_interval';
const RANGE = '$__range';

/** Queries that look at the series of a scope, whose matchers may hold variables of the dashboard. */
export function createPanelQueries(scope: QueryScope): PanelQueries {
  const queries = createQueries(scope);
  const shape = (by: Grouping = []) => ({ window: INTERVAL, by }) as const;
  const perSecond: PanelQueries['perSecond'] = (of, by) => queries.rate(of, shape(by));
  return {
    series: (of) => selectSeries(of, scope),
    perSecond,
    perSecondWhereAny: (of, by) => {
      // Asked once, and not at every point, which over days would be too much.
      const inRange = `increase(${selectSeries(of, scope)}[${RANGE}] @ end())`;
      return `${perSecond(of, by)} and ${aggregate('sum', by, inRange)} > 0`;
    },
    inRange: (of, by = []) => aggregate('sum', by, increaseInRange(of, selectSeries(of, scope))),
    inInterval: (of, by) => queries.increase(of, shape(by)),
    share: (part, whole, by) => shareOf(perSecond(part, by), perSecond(whole, by)),
    shareBelow: (of, bound, by = []) => {
      const upTo = { ...scope, matchers: [...scope.matchers, boundMatcher(bound)] };
      const below = aggregate('sum', by, `rate(${selectSeries(of, upTo, 'bucket')}[${INTERVAL}])`);
      return ratio(below, perSecond(of, by));
    },
    level: (of, by = []) => queries.total(of, by),
    highest: (of, by = []) => queries.highest(of, by),
    lowest: (of, by = []) => queries.lowest(of, by),
    quantile: (quantile, of, by) => queries.quantile(quantile, of, shape(by)),
    mean: (of, by) => queries.mean(of, shape(by)),
    buckets: (of) => queries.buckets(of, shape()),
  };
}

/** One divided by the other; nothing where there is nothing to divide by: no traffic is neither 0 nor 100 %. */
export function ratio(part: string, whole: string): string {
  return `${part} / (${whole} > 0)`;
}

/** As `ratio`, of a part that may have no series of its own: then it is nothing of what is there. */
export function shareOf(part: string, whole: string): string {
  return ratio(`(${part} or 0 * ${whole})`, whole);
}

/** The name of a series by the values of labels: `{{outcome}}`. */
export function legendOf(...labels: Grouping): string {
  return groupLabels(labels)
    .map((label) => `{{${label}}}`)
    .join(' ');
}

/** Prometheus 3 writes the bound 60 as `60.0`, older ones as `60`. */
function boundMatcher(bound: number) {
  return { label: 'le', operator: '=~', value: String.raw`${bound}(\.0)?` } as const;
}

/**
 * `increase` alone does not see the events with which a series appears, such as the first burst of a new error
 * type. So what a series began with counts too, when it was not there in all the time as long before. Not needed
 * where all series begin at zero.
 */
function increaseInRange({ metric }: SeriesSelection, series: string): string {
  const increase = `increase(${series}[${RANGE}])`;
  if (metric.startsAtZero !== undefined && Object.keys(metric.startsAtZero).length === 0) {
    return increase;
  }
  const before = `last_over_time(${series}[${RANGE}] offset ${RANGE})`;
  return `(${increase} + (min_over_time(${series}[${RANGE}]) unless ${before})) or ${increase}`;
}
