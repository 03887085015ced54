export {
  ALERT_CATALOGUE,
  ALERT_PARAMETERS,
  alertParameters,
  type AlertName,
  type AlertParameterName,
} from './alert-catalogue';
export type { AlertCondition } from './alert-condition';
export {
  ALERT_COMPONENT,
  ALERT_SEVERITIES,
  type AlertDefinition,
  type AlertSeverity,
} from './alert-definition';
export { MINIMUM_TRAFFIC, type AlertParameter } from './alert-parameter';
export { AVAILABILITY_OBJECTIVE } from './availability-alerts';
export type { SeriesSelection } from './series-selection';
