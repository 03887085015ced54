import type { AlertCondition, AlertDefinition, SeriesSelection } from '@authmeter/core/conventions';
import { createQueries, renderDuration, type Grouping, type QueryScope } from '../queries';
import { recordName, type Recording } from './recording';
import { subjectOf } from './subjects';

/** Conditions over one window, or the windows of a burn rate, whose values are computed beforehand. */
export type RecordedCondition = Extract<
  AlertCondition,
  { readonly shape: 'rate' | 'share' | 'burn' | 'quantile' | 'mean' }
>;

const RECORDED_SHAPES: readonly string[] = ['rate', 'share', 'burn', 'quantile', 'mean'];

/** Whether the value of a condition is computed beforehand. */
export function isRecorded(condition: AlertCondition): condition is RecordedCondition {
  return RECORDED_SHAPES.includes(condition.shape);
}

/** For whom and how fast. */
export interface RecordingContext {
  readonly scope: QueryScope;
  /** Every window is divided by it; 1 but for trials. */
  readonly timeScale: number;
}

/** What an alert keeps apart. */
export function levelOf({ keeps }: Pick<AlertDefinition, 'keeps'>): Grouping {
  return ['job', ...keeps];
}

/** The windows of a condition in seconds, shortest first. */
export function windowsOf(condition: RecordedCondition): readonly number[] {
  return condition.shape === 'burn' ? condition.windowsSeconds : [condition.windowSeconds];
}

/**
 * What the condition compares with its threshold, over one of its windows, as a series of its own: a rate a
 * second, a share, or seconds.
 */
export function recordValue(
  alert: AlertDefinition,
  condition: RecordedCondition,
  windowSeconds: number,
  { scope, timeScale }: RecordingContext,
): Recording {
  const queries = createQueries(scope);
  const by = levelOf(alert);
  const shape = { window: windowSeconds / timeScale, by };
  const time = renderDuration(shape.window);
  const name = (of: SeriesSelection, operations: string) =>
    recordName(by, subjectOf(alert, of), operations, scope);
  switch (condition.shape) {
    case 'rate':
      return { record: name(condition.of, `rate${time}`), expr: queries.rate(condition.of, shape) };
    case 'share':
    case 'burn': {
      const { part } = condition;
      const whole = condition.shape === 'share' ? condition.whole : ([condition.whole] as const);
      return { record: name(part, `ratio_rate${time}`), expr: queries.share(part, whole, shape) };
    }
    case 'quantile': {
      const { quantile, of } = condition;
      return {
        record: name(of, `p${quantile * 100}_${time}`),
        expr: queries.quantile(quantile, of, shape),
      };
    }
    case 'mean':
      return { record: name(condition.of, `mean${time}`), expr: queries.mean(condition.of, shape) };
  }
}

/** The traffic that the condition demands, over its shortest window; nothing where it demands none. */
export function recordTraffic(
  alert: AlertDefinition,
  condition: AlertCondition,
  { scope, timeScale }: RecordingContext,
): Recording | undefined {
  if (!('minimumTraffic' in condition)) return undefined;
  const [shortest = 0] = windowsOf(condition);
  const by = levelOf(alert);
  const shape = { window: shortest / timeScale, by };
  const queries = createQueries(scope);
  const operations = `rate${renderDuration(shape.window)}`;
  if (condition.shape === 'quantile' || condition.shape === 'mean') {
    const { of } = condition;
    const record = recordName(by, subjectOf(alert, of), operations, scope);
    return { record, expr: queries.rate(of, shape) };
  }
  const whole = condition.shape === 'share' ? condition.whole : ([condition.whole] as const);
  // Of several metrics, the first gives the name to all that are like it.
  const subject = whole.length === 1 ? whole[0].metric.name : 'auth.foldable';
  return {
    record: recordName(by, subject, operations, scope),
    expr: queries.rateOfAll(whole, condition.part, shape),
  };
}
