import type { AlertDefinition } from '@authmeter/core/conventions';
import type { ResolvedOptions } from '../options';
import { groupLabels } from '../queries';
import { dashboardOfAlert } from './dashboard-of-alert';
import { describeValue } from './describe-value';

/** What a notification says of an alert. */
export interface AlertAnnotations {
  readonly summary: string;
  readonly description: string;
  readonly runbook_url: string;
  readonly dashboard_url: string;
}

/** The address of the page that says what to do. */
export function runbookUrl(
  name: string,
  { runbookUrl: form }: Pick<ResolvedOptions, 'runbookUrl'>,
) {
  if (form.includes('{alert}')) return form.replaceAll('{alert}', name);
  return `${form.replace(/\/+$/, '')}/${name}`;
}

/** The annotations of an alert, in the template language of Prometheus. */
export function annotateAlert(alert: AlertDefinition, options: ResolvedOptions): AlertAnnotations {
  const { name, meaning, keeps, conditions } = alert;
  const kept = groupLabels(keeps).map((label) => `, ${label} {{ $labels.${label} }}`);
  const dashboard = `${options.dashboardUrl.replace(/\/+$/, '')}/d/authmeter-${dashboardOfAlert(name)}`;
  return {
    summary: `{{ $labels.job }}: ${meaning}`,
    description: `${describeValue(conditions[0], options)} Job {{ $labels.job }}${kept.join('')}.`,
    runbook_url: runbookUrl(name, options),
    dashboard_url: `${dashboard}?var-job={{ $labels.job | urlquery }}`,
  };
}
