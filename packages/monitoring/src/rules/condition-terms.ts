import type { AlertCondition, AlertDefinition, AlertParameter } from '@authmeter/core/conventions';
import {
  aggregate,
  createQueries,
  renderDuration,
  renderMatchers,
  selectSeries,
  type LabelMatcher,
} from '../queries';
import {
  isRecorded,
  levelOf,
  recordTraffic,
  recordValue,
  referTo,
  windowsOf,
  type RecordedCondition,
  type RecordingContext,
} from '../recordings';

/** What conditions are rendered with. */
export interface ConditionContext extends RecordingContext {
  readonly thresholdOf: (parameter: AlertParameter) => number;
  /** Further matchers, on labels that every alert keeps: the job. */
  readonly jobMatchers?: readonly LabelMatcher[];
}

/** A comparison of PromQL, taken apart so that dashboards can draw both sides. */
export interface Comparison {
  readonly value: string;
  readonly operator: '>' | '>=' | '==';
  /** A number, or the query of a limit that moves. */
  readonly limit: string;
}

/** What has to hold, in PromQL: the comparison that gives the value first, then what else. */
export interface ConditionTerms {
  readonly comparisons: readonly [Comparison, ...Comparison[]];
  /** Vectors by job that must not be empty. */
  readonly present: readonly string[];
  /** Vectors by job that must be empty. */
  readonly missing: readonly string[];
}

/** A condition in PromQL. Everything is added up by job and by what the alert keeps. */
export function conditionTerms(
  alert: AlertDefinition,
  condition: AlertCondition,
  context: ConditionContext,
): ConditionTerms {
  if (isRecorded(condition)) {
    const values = windowsOf(condition).map((window) =>
      compareRecorded(alert, condition, window, context),
    ) as [Comparison, ...Comparison[]];
    return justCompare(...values, ...demandTraffic(alert, condition, context));
  }
  const { timeScale, thresholdOf, jobMatchers = [] } = context;
  const scope = { ...context.scope, matchers: [...jobMatchers, ...context.scope.matchers] };
  const queries = createQueries(scope);
  const by = levelOf(alert);
  switch (condition.shape) {
    case 'increase': {
      const { of, windowSeconds, threshold } = condition;
      const value = queries.increase(of, { window: windowSeconds / timeScale, by });
      return justCompare({ value, operator: '>', limit: `${thresholdOf(threshold) / timeScale}` });
    }
    case 'growth': {
      const { of, windowSeconds, pastSeconds, threshold } = condition;
      const [window, past] = [windowSeconds / timeScale, pastSeconds / timeScale];
      const before = queries.increase(of, { window: past, by, offsetSeconds: window });
      const limit = `${thresholdOf(threshold)} * ${before} / ${pastSeconds / windowSeconds}`;
      const value = queries.increase(of, { window, by });
      const history = `${selectSeries({ metric: of.metric }, scope)} offset ${renderDuration(window + past)}`;
      return {
        ...justCompare({ value, operator: '>', limit }),
        present: [aggregate('group', ['job'], history)],
      };
    }
    case 'highest':
      return justCompare({
        value: queries.highest(condition.of, by),
        operator: '>',
        limit: `${thresholdOf(condition.threshold)}`,
      });
    case 'down':
      return justCompare({ value: queries.lowest(condition.of, by), operator: '==', limit: '0' });
    case 'absent': {
      const series = selectSeries(condition.of, scope);
      const lookBack = renderDuration(condition.lookBackSeconds / timeScale);
      return {
        ...justCompare({
          value: aggregate('max', by, `up${renderMatchers(scope.matchers)}`),
          operator: '==',
          limit: '1',
        }),
        present: [aggregate('group', by, `last_over_time(${series}[${lookBack}])`)],
        missing: [aggregate('group', by, series)],
      };
    }
  }
}

function justCompare(...comparisons: [Comparison, ...Comparison[]]): ConditionTerms {
  return { comparisons, present: [], missing: [] };
}

function compareRecorded(
  alert: AlertDefinition,
  condition: RecordedCondition,
  windowSeconds: number,
  context: ConditionContext,
): Comparison {
  const { scope, thresholdOf, jobMatchers } = context;
  const recorded = referTo(
    recordValue(alert, condition, windowSeconds, context),
    scope,
    jobMatchers,
  );
  const limit = `${thresholdOf(condition.threshold)}`;
  if (condition.shape === 'rate' && condition.perSeconds !== 1) {
    return { value: `${condition.perSeconds} * ${recorded}`, operator: '>', limit };
  }
  if (condition.shape === 'burn') {
    const value = `${recorded} / (1 - ${thresholdOf(condition.objective)})`;
    return { value, operator: '>', limit };
  }
  return { value: recorded, operator: '>', limit };
}

function demandTraffic(
  alert: AlertDefinition,
  condition: RecordedCondition,
  context: ConditionContext,
): readonly Comparison[] {
  const traffic = recordTraffic(alert, condition, context);
  if (traffic === undefined || !('minimumTraffic' in condition)) return [];
  const value = referTo(traffic, context.scope, context.jobMatchers);
  return [{ value, operator: '>=', limit: `${context.thresholdOf(condition.minimumTraffic)}` }];
}
