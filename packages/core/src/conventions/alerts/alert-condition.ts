import type { AlertParameter } from './alert-parameter';
import type { SeriesSelection } from './series-selection';

/**
 * What has to hold for an alert to fire, as data, for whoever evaluates it. Everything is added up over instances,
 * for each job and each value of the attributes that the alert keeps. Without data nothing holds.
 */
export type AlertCondition<Parameter extends string = string> =
  | RateCondition<Parameter>
  | IncreaseCondition<Parameter>
  | ShareCondition<Parameter>
  | GrowthCondition<Parameter>
  | BurnCondition<Parameter>
  | QuantileCondition<Parameter>
  | MeanCondition<Parameter>
  | HighestCondition<Parameter>
  | DownCondition
  | AbsentCondition;

/** Events in `perSeconds`, as the mean over the window, exceed the threshold. */
interface RateCondition<Parameter extends string> {
  readonly shape: 'rate';
  readonly of: SeriesSelection;
  readonly windowSeconds: number;
  readonly perSeconds: number;
  readonly threshold: AlertParameter<Parameter>;
}

/** Events in the window exceed the threshold. */
interface IncreaseCondition<Parameter extends string> {
  readonly shape: 'increase';
  readonly of: SeriesSelection;
  readonly windowSeconds: number;
  readonly threshold: AlertParameter<Parameter>;
}

/** The part's events divided by the whole's, both over the window, exceed the threshold. */
interface ShareCondition<Parameter extends string> {
  readonly shape: 'share';
  readonly part: SeriesSelection;
  /** Added up; one that a service does not record counts as nothing. */
  readonly whole: readonly [SeriesSelection, ...SeriesSelection[]];
  readonly windowSeconds: number;
  readonly threshold: AlertParameter<Parameter>;
  /** The whole, as a rate over the window, must reach it. */
  readonly minimumTraffic: AlertParameter<Parameter>;
}

/**
 * Events in the window exceed the threshold times what an equal window held on average during `pastSeconds`
 * before it. A job that did not exist for all that time is left out.
 */
interface GrowthCondition<Parameter extends string> {
  readonly shape: 'growth';
  readonly of: SeriesSelection;
  readonly windowSeconds: number;
  readonly pastSeconds: number;
  readonly threshold: AlertParameter<Parameter>;
}

/** The part's share of the whole exceeds the threshold times 1 - objective, over each of the windows. */
interface BurnCondition<Parameter extends string> {
  readonly shape: 'burn';
  readonly part: SeriesSelection;
  readonly whole: SeriesSelection;
  /** Shortest first: it ends the alert soon after the failures do. */
  readonly windowsSeconds: readonly [short: number, long: number];
  readonly threshold: AlertParameter<Parameter>;
  readonly objective: AlertParameter<Parameter>;
  /** The whole, as a rate over the shortest window, must reach it. */
  readonly minimumTraffic: AlertParameter<Parameter>;
}

/** A quantile of a histogram over the window, interpolated inside a bucket, exceeds the threshold. */
interface QuantileCondition<Parameter extends string> {
  readonly shape: 'quantile';
  readonly of: SeriesSelection;
  /** Between 0 and 1. */
  readonly quantile: number;
  readonly windowSeconds: number;
  readonly threshold: AlertParameter<Parameter>;
  /** The values recorded, as a rate over the window, must reach it. */
  readonly minimumTraffic: AlertParameter<Parameter>;
}

/** The mean of a histogram over the window exceeds the threshold. */
interface MeanCondition<Parameter extends string> {
  readonly shape: 'mean';
  readonly of: SeriesSelection;
  readonly windowSeconds: number;
  readonly threshold: AlertParameter<Parameter>;
  /** The values recorded, as a rate over the window, must reach it. */
  readonly minimumTraffic: AlertParameter<Parameter>;
}

/** A gauge exceeds the threshold on any instance. */
interface HighestCondition<Parameter extends string> {
  readonly shape: 'highest';
  readonly of: SeriesSelection;
  readonly threshold: AlertParameter<Parameter>;
}

/** A gauge that is 1 when all is well is 0 on any instance. */
interface DownCondition {
  readonly shape: 'down';
  readonly of: SeriesSelection;
}

/** A job that answers scrapes has no such series, and had one in the look-back. */
interface AbsentCondition {
  readonly shape: 'absent';
  readonly of: SeriesSelection;
  readonly lookBackSeconds: number;
}
