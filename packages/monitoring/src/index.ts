export { renderDashboards, type DashboardName, type RenderedDashboard } from './dashboards';
export { RenderOptionError, type RenderOptions, type Thresholds } from './options';
export { createQueries, type Queries, type QueryScope } from './queries';
export {
  renderPrometheusRules,
  type AlertingRule,
  type PrometheusRules,
  type RecordingRule,
  type RuleGroup,
} from './rules';
