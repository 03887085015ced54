import { OTHER_VALUE, type AttributeDefinition } from '@authmeter/core/conventions';
import type { Projection } from './projection';

/** The attributes that tell one series from another; one that does not apply is absent. */
export type SeriesAttributes = Readonly<Record<string, string>>;

const LONGEST_VALUE = 64;

/**
 * What is kept of a point's attributes. A value that a closed list does not hold becomes `_OTHER`: nobody who sends
 * points can make more series than the conventions allow.
 */
export function keptAttributes(
  { definition, keeps }: Projection,
  given: Readonly<Record<string, unknown>>,
): SeriesAttributes {
  const kept: Record<string, string> = {};
  for (const attribute of definition.attributes) {
    if (!keeps.includes(attribute.key)) continue;
    const value = given[attribute.key] ?? given[attribute.key.replaceAll('.', '_')];
    const isText =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isText && value !== '') kept[attribute.key] = listedValue(attribute, String(value));
  }
  return kept;
}

/** The same with every value replaced that the options of a host could have added; undefined when there is none. */
export function foldedAttributes(
  { definition }: Projection,
  attributes: SeriesAttributes,
): SeriesAttributes | undefined {
  const folded = { ...attributes };
  for (const { key, extendedBy } of definition.attributes) {
    if (extendedBy !== undefined && key in folded) folded[key] = OTHER_VALUE;
  }
  return keyOf(folded) === keyOf(attributes) ? undefined : folded;
}

/** One string for one set of attributes. */
export function keyOf(attributes: SeriesAttributes): string {
  let key = '';
  for (const name in attributes) key += `${name}=${attributes[name] ?? ''}\n`;
  return key;
}

function listedValue({ values, extendedBy }: AttributeDefinition, value: string): string {
  if (values.includes(value)) return value;
  return extendedBy === undefined ? OTHER_VALUE : value.slice(0, LONGEST_VALUE);
}
