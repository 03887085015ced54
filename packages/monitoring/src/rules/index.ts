export { alertExpr } from './alert-expr';
export { runbookUrl, type AlertAnnotations } from './annotate-alert';
export {
  conditionTerms,
  type Comparison,
  type ConditionContext,
  type ConditionTerms,
} from './condition-terms';
export {
  prometheusRules,
  renderPrometheusRules,
  type AlertingRule,
  type PrometheusRules,
  type RecordingRule,
  type RuleGroup,
} from './render-prometheus-rules';
