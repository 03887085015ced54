import {
  ALERT_CATALOGUE,
  ALERT_COMPONENT,
  type AlertDefinition,
  type AlertSeverity,
} from '@authmeter/core/conventions';
import { resolveOptions, type RenderOptions, type ResolvedOptions } from '../options';
import { renderDuration } from '../queries';
import { listRecordings, pinnedLabels } from '../recordings';
import { alertExpr } from './alert-expr';
import { annotateAlert, type AlertAnnotations } from './annotate-alert';

/** A rule that computes a series beforehand. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A rule that fires. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>> & {
    readonly severity: AlertSeverity;
    readonly component: string;
  };
  readonly annotations: AlertAnnotations;
}

/** Rules that Prometheus evaluates one after the other. */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly (RecordingRule | AlertingRule)[];
}

/** The contents of a rule file. */
export interface PrometheusRules {
  readonly groups: readonly RuleGroup[];
}

/**
 * The recording rules and alerts of Authmeter for Prometheus.
 * @throws RenderOptionError naming the option, what was given and what is allowed
 */
export function renderPrometheusRules(options?: RenderOptions): PrometheusRules {
  return prometheusRules(resolveOptions(options));
}

/** The same, of options that were checked. */
export function prometheusRules(resolved: ResolvedOptions): PrometheusRules {
  const labels = pinnedLabels(resolved.scope);
  const hasLabels = Object.keys(labels).length > 0;
  const recordings = listRecordings(resolved).map(({ record, expr }): RecordingRule => {
    return hasLabels ? { record, expr, labels } : { record, expr };
  });
  const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
  return {
    groups: [
      { name: 'authmeter-recordings', rules: recordings },
      { name: 'authmeter-alerts', rules: alerts.map((alert) => renderAlert(alert, resolved)) },
    ],
  };
}

function renderAlert(alert: AlertDefinition, options: ResolvedOptions): AlertingRule {
  const { name, severity, forSeconds } = alert;
  const pending = forSeconds === 0 ? {} : { for: renderDuration(forSeconds / options.timeScale) };
  return {
    alert: name,
    expr: alertExpr(alert, options),
    ...pending,
    labels: { ...pinnedLabels(options.scope), severity, component: ALERT_COMPONENT },
    annotations: annotateAlert(alert, options),
  };
}
