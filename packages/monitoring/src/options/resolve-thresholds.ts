import {
  ALERT_CATALOGUE,
  ALERT_PARAMETERS,
  type AlertDefinition,
  type AlertParameter,
  type AlertParameterName,
} from '@authmeter/core/conventions';
import { RenderOptionError } from './render-option-error';

/** Numbers of alerts that differ from their defaults, by the name of the parameter. */
export type Thresholds = Partial<Readonly<Record<AlertParameterName, number>>>;

/** The number to use for a parameter. */
export type ThresholdOf = (parameter: AlertParameter) => number;

const BY_NAME = new Map(ALERT_PARAMETERS.map((parameter) => [parameter.name, parameter]));

/**
 * Checks the numbers that were set.
 * @throws RenderOptionError for a name that is none, a number out of range, or a severer alert below its milder one
 */
export function resolveThresholds(set: unknown = {}): ThresholdOf {
  if (typeof set !== 'object' || set === null || Array.isArray(set)) {
    throw new RenderOptionError('thresholds', set, 'an object of numbers by name of parameter');
  }
  const numbers = new Map<string, number>();
  for (const [name, value] of Object.entries(set)) {
    if (value !== undefined) numbers.set(name, checkThreshold(name, value));
  }
  const thresholdOf: ThresholdOf = (parameter) => numbers.get(parameter.name) ?? parameter.default;
  checkPairs(thresholdOf);
  return thresholdOf;
}

function checkThreshold(name: string, value: unknown): number {
  const option = `thresholds.${name}`;
  const parameter = BY_NAME.get(name);
  if (parameter === undefined) {
    throw new RenderOptionError(option, value, `only ${[...BY_NAME.keys()].join(', ')}`);
  }
  const { least, most, unit } = parameter;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    const measured = unit === '1' ? '' : `, in ${unit}`;
    throw new RenderOptionError(option, value, `a number from ${least} to ${most}${measured}`);
  }
  return value;
}

/** Else the page would come before its warning. */
function checkPairs(thresholdOf: ThresholdOf): void {
  const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
  for (const milder of alerts) {
    const severer = alerts.find(({ name }) => name === milder.milderThan);
    const [low, high] = [limitOf(milder), limitOf(severer)];
    if (low === undefined || high === undefined) continue;
    if (thresholdOf(high) > thresholdOf(low)) continue;
    throw new RenderOptionError(
      `thresholds.${high.name}`,
      thresholdOf(high),
      `more than ${low.name}, which is ${thresholdOf(low)}`,
    );
  }
}

function limitOf(alert: AlertDefinition | undefined): AlertParameter | undefined {
  const condition = alert?.conditions[0];
  return condition !== undefined && 'threshold' in condition ? condition.threshold : undefined;
}
