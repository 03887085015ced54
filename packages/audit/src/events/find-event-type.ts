import type { CountedObservation } from '@authmeter/core';
import type { EventSource } from '@authmeter/core/conventions';
import { EVENT_TYPES, type EventType } from './event-type';

/** The field of a source that is about the failure, not about the observation. */
const ERROR_TYPE_FIELD = 'errorType';

/** A source of the conventions, ready to be compared. */
interface Rule {
  readonly type: EventType;
  readonly errorType: string | undefined;
  readonly conditions: readonly (readonly [field: string, value: string])[];
  readonly isStandalone: boolean;
}

/** By kind of observation; within a kind the most telling source first. */
const RULES = compileRules();

/** The event that an observation yields; undefined for one that yields none. */
export function findEventType(counted: CountedObservation): EventType | undefined {
  const rules = RULES.get(counted.observation.kind);
  if (rules === undefined) return undefined;
  for (const rule of rules) if (fits(rule, counted)) return rule.type;
  return undefined;
}

function fits(
  { errorType, conditions, isStandalone }: Rule,
  { observation, failure, isPart }: CountedObservation,
): boolean {
  if (isStandalone && isPart === true) return false;
  if (errorType !== undefined && failure?.errorType !== errorType) return false;
  for (const [field, value] of conditions) {
    if ((observation as unknown as Readonly<Record<string, unknown>>)[field] !== value)
      return false;
  }
  return true;
}

function compileRules(): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const type of EVENT_TYPES) {
    for (const source of type.definition.sources) {
      const ofKind = rules.get(source.kind) ?? [];
      rules.set(source.kind, ofKind);
      ofKind.push(compileRule(type, source));
    }
  }
  for (const ofKind of rules.values()) ofKind.sort((a, b) => telling(b) - telling(a));
  return rules;
}

function compileRule(type: EventType, { where = {}, standalone }: EventSource): Rule {
  return {
    type,
    errorType: where[ERROR_TYPE_FIELD],
    conditions: Object.entries(where).filter(([field]) => field !== ERROR_TYPE_FIELD),
    isStandalone: standalone === true,
  };
}

/** A named error type outweighs any number of fields that sources have. */
function telling({ errorType, conditions }: Rule): number {
  return (errorType === undefined ? 0 : 100) + conditions.length;
}
