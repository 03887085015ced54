export { annotation, type Annotation } from './annotations';
export { barGaugePanel } from './bar-gauge-panel';
export { OUTCOME_COLOURS, REASON_COLOURS, STATE_COLOURS } from './colours';
export { buildDashboard, type DashboardDraft, type RowDraft } from './dashboard';
export { heatmapPanel, type HeatmapSpec } from './heatmap-panel';
export {
  UNITS,
  type Limit,
  type Limits,
  type PanelDraft,
  type PanelLink,
  type Query,
  type Unit,
} from './panel';
export { statPanel } from './stat-panel';
export { stateTimelinePanel } from './state-timeline-panel';
export { tablePanel } from './table-panel';
export { textPanel } from './text-panel';
export { timeSeriesPanel } from './time-series-panel';
export { choiceVariable, datasourceVariable, labelVariable, textVariable } from './variables';
