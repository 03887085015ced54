export {
  renderAlertmanagerConfig,
  type AlertmanagerConfig,
} from './alertmanager/render-alertmanager';
export { renderDashboards, type DashboardName, type RenderedDashboard } from './dashboards';
export { renderFiles } from './files/render-files';
export type { RenderedFile } from './files/rendered-file';
export { RenderOptionError, type RenderOptions, type Thresholds } from './options';
export {
  renderPrometheusRules,
  type AlertingRule,
  type PrometheusRules,
  type RecordingRule,
  type RuleGroup,
} from './rules';
