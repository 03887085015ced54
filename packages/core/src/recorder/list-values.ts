import { OTHER_VALUE, type AllowList, type AttributeDefinition } from '../conventions';

/**
 * Makes the function that reads a value as metrics would record it: itself where it is listed or declared, `_OTHER`
 * where the attribute folds, else undefined.
 */
export function createValueLists(
  declared: Readonly<Record<AllowList, readonly string[]>>,
): (attribute: AttributeDefinition, value: unknown) => string | undefined {
  const lists = new WeakMap<AttributeDefinition, ReadonlySet<string>>();
  return (attribute, value) => {
    if (typeof value !== 'string') return undefined;
    let list = lists.get(attribute);
    if (list === undefined) {
      const { values, extendedBy } = attribute;
      list = new Set([...values, ...(extendedBy === undefined ? [] : declared[extendedBy])]);
      lists.set(attribute, list);
    }
    if (list.has(value)) return value;
    return attribute.folds === true ? OTHER_VALUE : undefined;
  };
}
