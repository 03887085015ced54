import type { OtlpAttribute, OtlpNumber } from './otlp-request';

/** A number of OTLP; undefined where there is none. */
export function numberOf(value: OtlpNumber | undefined): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const number = Number(value);
  return Number.isFinite(number) && value !== '' ? number : undefined;
}

/** Numbers of OTLP; what is none counts as 0. */
export function numbersOf(values: readonly (number | string)[] | undefined): readonly number[] {
  return listOf(values).map((value) => numberOf(value) ?? 0);
}

/** Attributes by key. Values that are lists or maps have no place in a metric, and are left out. */
export function attributesOf(
  attributes: readonly OtlpAttribute[] | undefined,
): Readonly<Record<string, string>> {
  const byKey: Record<string, string> = {};
  if (!Array.isArray(attributes)) return byKey;
  for (const attribute of attributes as readonly (OtlpAttribute | null)[]) {
    const { stringValue, boolValue, intValue, doubleValue } = attribute?.value ?? {};
    const value = stringValue ?? boolValue ?? intValue ?? doubleValue;
    if (typeof attribute?.key === 'string' && value !== undefined)
      byKey[attribute.key] = String(value);
  }
  return byKey;
}

/** The other side may send anything in place of a list. */
export function listOf<Item>(value: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(value) ? value.filter((item: Item) => item !== null) : [];
}
