import {
  ALERT_PARAMETERS,
  type AlertParameter,
  type AlertParameterName,
} from '@authmeter/core/conventions';

/** Numbers of alerts that a host set; the others keep the defaults of the conventions. */
export type Thresholds = Partial<Record<AlertParameterName, number>>;

/** How alerts are read here. */
export interface AlertLimits {
  /** The number that holds for a parameter. */
  limitOf(parameter: AlertParameter): number;
  /** Windows, `for` and counts in a window are divided by it; rates and shares are not. */
  readonly timeScale: number;
}

/** Reads the numbers of alerts with a host's own in place of the defaults. */
export function alertLimits(thresholds: Thresholds, timeScale: number): AlertLimits {
  const given: Readonly<Record<string, number | undefined>> = thresholds;
  return { timeScale, limitOf: ({ name, default: byDefault }) => given[name] ?? byDefault };
}

/** Whether every number has a name that exists and lies within its range. */
export function areThresholds(value: unknown): value is Thresholds {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, number]: [string, unknown]) => {
    const parameter = ALERT_PARAMETERS.find((known) => known.name === name);
    return (
      parameter !== undefined &&
      typeof number === 'number' &&
      number >= parameter.least &&
      number <= parameter.most
    );
  });
}
