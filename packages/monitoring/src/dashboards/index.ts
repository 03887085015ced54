export { DASHBOARD_UIDS, type DashboardName } from './dashboard-links';
export { RUNTIME_METRICS } from './performance/runtime-metrics';
export { renderDashboardFiles } from './render-dashboard-files';
export { renderDashboards, type RenderedDashboard } from './render-dashboards';
