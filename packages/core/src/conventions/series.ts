import {
  OTHER_VALUE,
  type AllowList,
  type AttributeDefinition,
} from './attributes/attribute-definition';
import type { MetricDefinition } from './metric-definition';

/** How many values each option added to its list; an option that is left out adds none. */
export type DeclaredCounts = Partial<Record<AllowList, number>>;

/** What the worst case of a metric depends on. */
export interface SeriesLimits {
  /** Values that the options declare, by option. */
  readonly declared?: DeclaredCounts;
  /** Most sources and most accounts that ever earn a series of their own, each. */
  readonly ledgerSeries: number;
}

/**
 * Most series of a metric with two ledgers. More would come near the 2,000 attribute sets at which the SDK itself
 * begins to fold, into a series without any attribute.
 */
export const MOST_PAIRED_SERIES = 1900;

/** Series of a ledger that nobody earns: `other` and `unknown`. */
const UNEARNED_ADDRESSES = 2;
/** `other`, and the series without the attribute. */
const UNEARNED_ACCOUNTS = 2;

/**
 * Attributes that vary freely. The rest follow from them: `reason` from `error.type`, `outcome` from whether
 * either is present, so a success and a failure never multiply each other.
 */
export function freeAttributes(definition: MetricDefinition): readonly AttributeDefinition[] {
  const keys = new Set(definition.attributes.map(({ key }) => key));
  return definition.attributes.filter(
    ({ key }) =>
      !(key === 'reason' && keys.has('error.type')) &&
      !(key === 'outcome' && (keys.has('error.type') || keys.has('reason'))),
  );
}

/** Whether the attribute is absent on a success instead of always present. */
export function isAbsentOnSuccess(definition: MetricDefinition, key: string): boolean {
  return (
    (key === 'error.type' || key === 'reason') &&
    definition.attributes.some((attribute) => attribute.key === 'outcome')
  );
}

/** The values an attribute can take under the given declarations, `_OTHER` last where it folds. */
export function attributeValues(
  attribute: AttributeDefinition,
  declared: Partial<Record<AllowList, readonly string[]>> = {},
): readonly string[] {
  const extra = attribute.extendedBy === undefined ? [] : (declared[attribute.extendedBy] ?? []);
  const values = [...new Set([...attribute.values, ...extra])];
  return attribute.folds === true && !values.includes(OTHER_VALUE)
    ? [...values, OTHER_VALUE]
    : values;
}

/**
 * The largest number of attribute sets a metric can ever export: the product over its free attributes. A
 * metric with two ledgers keeps as many pairs as each keeps single keys, so that they add instead of multiply.
 */
export function worstCaseSeries(
  definition: MetricDefinition,
  { declared = {}, ledgerSeries }: SeriesLimits,
): number {
  let closed = 1;
  let addresses = 0;
  let accounts = 0;
  for (const attribute of freeAttributes(definition)) {
    if (attribute.ledger === 'address') addresses = ledgerSeries + UNEARNED_ADDRESSES;
    else if (attribute.ledger === 'account') accounts = ledgerSeries + UNEARNED_ACCOUNTS;
    else {
      const extra = attribute.extendedBy === undefined ? 0 : (declared[attribute.extendedBy] ?? 0);
      const absent = isAbsentOnSuccess(definition, attribute.key) ? 1 : 0;
      closed *= attributeValues(attribute).length + extra + absent;
    }
  }
  if (addresses > 0 && accounts > 0) {
    return Math.min(closed * addresses * UNEARNED_ACCOUNTS + ledgerSeries, MOST_PAIRED_SERIES);
  }
  return closed * Math.max(addresses, 1) * Math.max(accounts, 1);
}
