/** A number of an alert that its user may set. */
export interface AlertParameter<Name extends string = string> {
  /** camelCase: the alert's own name, and what sets it apart where the alert has more than one. */
  readonly name: Name;
  readonly default: number;
  /** UCUM unit; `1` is a share between 0 and 1, or a factor. */
  readonly unit: string;
  /** Least and most that make sense; both are allowed. */
  readonly least: number;
  readonly most: number;
}

/** A share of a whole; at 1 nothing could ever exceed it. */
export function shareParameter<const Name extends string>(
  name: Name,
  byDefault: number,
): AlertParameter<Name> {
  return { name, default: byDefault, unit: '1', least: 0.001, most: 0.999 };
}

/** So many of `unit` in a time. */
export function rateParameter<const Name extends string>(
  name: Name,
  byDefault: number,
  unit: string,
): AlertParameter<Name> {
  return { name, default: byDefault, unit, least: 0.001, most: 1_000_000 };
}

/** So many of `unit` in the window of the condition; 0 stands for the first one. */
export function countParameter<const Name extends string>(
  name: Name,
  byDefault: number,
  unit: string,
): AlertParameter<Name> {
  return { name, default: byDefault, unit, least: 0, most: 1_000_000 };
}

/** Seconds, up to the given most. */
export function secondsParameter<const Name extends string>(
  name: Name,
  byDefault: number,
  most: number,
): AlertParameter<Name> {
  return { name, default: byDefault, unit: 's', least: 0.001, most };
}

/** So many times something else. */
export function factorParameter<const Name extends string>(
  name: Name,
  byDefault: number,
  most: number,
): AlertParameter<Name> {
  return { name, default: byDefault, unit: '1', least: 1, most };
}

/** Traffic below which a share, a quantile or a mean says nothing: one failed login at night pages nobody. */
export const MINIMUM_TRAFFIC = rateParameter('minimumTraffic', 0.1, '{event}/s');
