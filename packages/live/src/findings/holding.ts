import type { AlertCondition, AttributeDefinition } from '@authmeter/core/conventions';
import type { AlertLimits } from './alert-limits';
import type { ByGroup, Group, SeriesReader } from './series-reader';

/** The groups for which a condition holds, each with the value that exceeds the limit; `null` where it is infinite. */
export type Holding = ByGroup<number | null>;

/** The condition of one shape. */
export type ConditionOf<Shape extends AlertCondition['shape']> = Extract<
  AlertCondition,
  { shape: Shape }
>;

/** The attributes that an alert tells apart. */
export type Keeps = readonly AttributeDefinition[];

/** What a condition is judged with. */
export interface Judging {
  readonly reader: SeriesReader;
  readonly limits: AlertLimits;
}

/** A value that is above its limit; otherwise undefined. */
export function above(value: number, limit: number): number | undefined {
  return value > limit ? value : undefined;
}

/** What a condition holds for that tells nothing apart. */
export function ungrouped(value: number | undefined): Holding {
  return value === undefined ? new Map() : new Map([['', { group: {}, value }]]);
}

/** The groups that a judge gives a value. */
export function holding<Value>(
  values: ByGroup<Value>,
  judge: (value: Value, key: string) => number | null | undefined,
): Holding {
  const held = new Map<string, { readonly group: Group; readonly value: number | null }>();
  for (const [key, { group, value }] of values) {
    const judged = judge(value, key);
    if (judged !== undefined) held.set(key, { group, value: judged });
  }
  return held;
}
