import type { AlertDefinition } from './alert-definition';
import type { AlertParameter } from './alert-parameter';
import { ATTACK_ALERTS } from './attack-alerts';
import { AVAILABILITY_ALERTS } from './availability-alerts';
import { FAILURE_ALERTS } from './failure-alerts';
import { LATENCY_ALERTS } from './latency-alerts';
import { LOGIN_ALERTS } from './login-alerts';
import { RATE_LIMIT_ALERTS } from './rate-limit-alerts';
import { RECORDING_ALERTS } from './recording-alerts';
import { SERVICE_ALERTS } from './service-alerts';
import { TOKEN_ALERTS } from './token-alerts';

/** Every alert of Authmeter, in documentation order. */
export const ALERT_CATALOGUE = [
  ...FAILURE_ALERTS,
  ...LOGIN_ALERTS,
  ...TOKEN_ALERTS,
  ...ATTACK_ALERTS,
  ...RATE_LIMIT_ALERTS,
  ...LATENCY_ALERTS,
  ...SERVICE_ALERTS,
  ...RECORDING_ALERTS,
  ...AVAILABILITY_ALERTS,
] as const satisfies readonly AlertDefinition[];

/** The name of one of Authmeter's alerts. */
export type AlertName = (typeof ALERT_CATALOGUE)[number]['name'];

type ParameterOf<Alert> = Alert extends AlertDefinition<string, infer Name> ? Name : never;
/** The name of a number that a user may set. */
export type AlertParameterName = ParameterOf<(typeof ALERT_CATALOGUE)[number]>;

/** The numbers of an alert that its user may set; the first is its limit. */
export function alertParameters({
  conditions,
}: Pick<AlertDefinition, 'conditions'>): readonly AlertParameter[] {
  return conditions.flatMap((condition) => [
    ...('threshold' in condition ? [condition.threshold] : []),
    ...('minimumTraffic' in condition ? [condition.minimumTraffic] : []),
    ...('objective' in condition ? [condition.objective] : []),
  ]);
}

/** Every number that a user may set, once, in documentation order. */
export const ALERT_PARAMETERS: readonly AlertParameter[] = [
  ...new Set(ALERT_CATALOGUE.flatMap((alert) => alertParameters(alert))),
];
