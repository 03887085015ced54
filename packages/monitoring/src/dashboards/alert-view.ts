import { ALERT_CATALOGUE, type AlertDefinition, type AlertName } from '@authmeter/core/conventions';
import type { Limit, PanelLink } from '../grafana';
import { groupLabels, renderDuration } from '../queries';
import { levelOf } from '../recordings';
import { conditionTerms, type ConditionContext } from '../rules/condition-terms';
import type { DashboardLinks } from './dashboard-links';

/** A value that an alert looks at. */
export interface AlertValue {
  readonly expr: string;
  /** The window, where the alert looks at more than one. */
  readonly over?: string;
}

/** What a condition of an alert looks at, ready to be drawn. */
export interface AlertView {
  /** What is compared with the limit, as the alert itself asks for it: by job, all instances together. */
  readonly values: readonly [AlertValue, ...AlertValue[]];
  /** How long the alert looks back, where that is one time: `5m`. */
  readonly window?: string;
  /** Labels that tell the series apart, the job first. */
  readonly labels: readonly string[];
  readonly limit: Limit;
  /** For growth, where the limit is a factor: what the value is compared with, as PromQL. */
  readonly bound?: string;
  readonly runbook: PanelLink;
}

const ALERTS: ReadonlyMap<string, AlertDefinition> = new Map(
  ALERT_CATALOGUE.map((alert) => [alert.name, alert]),
);

/** The view of a condition, which counts from 0. Only of conditions with a threshold. */
export function viewAlert(
  name: AlertName,
  index: number,
  context: ConditionContext,
  links: DashboardLinks,
): AlertView {
  const alert = ALERTS.get(name);
  const condition = alert?.conditions[index];
  if (alert === undefined || condition === undefined || !('threshold' in condition)) {
    throw new Error(`${name} has no condition ${index} with a threshold`);
  }
  const { comparisons } = conditionTerms(alert, condition, context);
  const [first, ...others] = comparisons;
  const windows = condition.shape === 'burn' ? condition.windowsSeconds : [];
  const over = (window: number | undefined): Partial<AlertValue> =>
    window === undefined ? {} : { over: renderDuration(window / context.timeScale) };
  const isMoving = condition.shape === 'growth';
  return {
    values: [
      { expr: first.value, ...over(windows[0]) },
      ...windows.slice(1).map((window, position) => ({
        expr: others[position]?.value ?? first.value,
        ...over(window),
      })),
    ],
    ...('windowSeconds' in condition
      ? { window: renderDuration(condition.windowSeconds / context.timeScale) }
      : {}),
    labels: groupLabels(levelOf(alert)),
    limit: {
      value: isMoving ? context.thresholdOf(condition.threshold) : Number(first.limit),
      severity: alert.severity,
    },
    ...(isMoving ? { bound: first.limit } : {}),
    runbook: links.runbook(name),
  };
}
