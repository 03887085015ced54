/** Longest part of a text that is looked at, in UTF-16 code units: it bounds the work for any input. */
export const MAX_TEXT_LENGTH = 512;

/** A property of anything, or undefined where reading it throws (getters, proxies) or makes no sense. */
export function readField(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  try {
    // Costs the same for a kind of object that the engine never met; an access by brackets is ten times as dear there.
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}

/** A property if it is a string that says something, cut to `MAX_TEXT_LENGTH`; else undefined. */
export function readText(value: unknown, key: string): string | undefined {
  const text = readField(value, key);
  return typeof text === 'string' && text !== '' ? cutText(text) : undefined;
}

/** The part of a text that rules may look at. */
export function cutText(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
}

/** An own or inherited object behind a property, or undefined. */
export function readObject(value: unknown, key: string): object | undefined {
  const found = readField(value, key);
  return typeof found === 'object' && found !== null ? found : undefined;
}

/** `Array.isArray` that answers false where a revoked proxy makes it throw. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** The name of the constructor that made a value; undefined for null prototypes and hostile values. */
export function readConstructorName(value: object): string | undefined {
  try {
    const constructor: unknown = Reflect.get(value, 'constructor');
    if (typeof constructor !== 'function') return undefined;
    const name: unknown = Reflect.get(constructor, 'name');
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
