import type { AttributeDefinition } from '../attributes/attribute-definition';
import type { AlertCondition } from './alert-condition';

/** `critical` wakes somebody, `warning` waits for working hours. */
export const ALERT_SEVERITIES = ['warning', 'critical'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** The label `component` of every alert. */
export const ALERT_COMPONENT = 'authentication';

/** One alert: everything that rules, live findings, dashboards, routes and runbooks need to know of it. */
export interface AlertDefinition<Name extends string = string, Parameter extends string = string> {
  /** PascalCase; also the name of its runbook page. */
  readonly name: Name;
  /** One sentence without numbers, since those can be set: what goes on. */
  readonly meaning: string;
  readonly severity: AlertSeverity;
  /** All have to hold at once. The first one's value is the alert's. */
  readonly conditions: readonly [AlertCondition<Parameter>, ...AlertCondition<Parameter>[]];
  /** Attributes told apart, besides the job: each of their values fires by itself. */
  readonly keeps: readonly AttributeDefinition[];
  /** How long the conditions have to hold without a break. */
  readonly forSeconds: number;
  /** The severer alert of a pair, which also fires above its own limit and then silences this one. */
  readonly milderThan?: string;
  /** The alert that explains this one and silences it. */
  readonly symptomOf?: string;
  /** The requirement documents that ask for it, by number. */
  readonly seeds: readonly string[];
}

/** Checks a definition where it is written, and keeps its names as types and nothing else of it. */
export function defineAlert<const Name extends string, const Parameter extends string = never>(
  definition: AlertDefinition<Name, Parameter>,
): AlertDefinition<Name, Parameter> {
  return definition;
}
