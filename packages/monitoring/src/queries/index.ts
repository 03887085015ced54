export { createQueries, type Queries, type QueryShape } from './create-queries';
export { renderDuration, renderWindow, type QueryWindow } from './duration';
export { aggregate, groupLabels, type Grouping } from './grouping';
export {
  matchValues,
  quote,
  renderMatcher,
  type LabelMatcher,
  type MatchOperator,
} from './label-matcher';
export {
  renderMatchers,
  selectSeries,
  seriesName,
  type HistogramPart,
  type QueryScope,
} from './select-series';
