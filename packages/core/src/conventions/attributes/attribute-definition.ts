/** Recorded in place of a value that is neither in the closed list nor declared in the options. */
export const OTHER_VALUE = '_OTHER';

/** Options that add values to an attribute's closed list. */
export const ALLOW_LISTS = [
  'methods',
  'limiters',
  'providers',
  'policies',
  'dependencies',
] as const;
export type AllowList = (typeof ALLOW_LISTS)[number];

/** What a metric attribute may hold. */
export interface AttributeDefinition {
  /** Attribute key; the Prometheus label is the same with dots as underscores. */
  readonly key: string;
  /** One sentence: what the value says. */
  readonly meaning: string;
  /** The closed list; empty where only an option or a ledger supplies values. */
  readonly values: readonly string[];
  /** The option that adds values to the list. */
  readonly extendedBy?: AllowList;
  /** Whether a value outside the list is recorded as `_OTHER`; where not, it is a bug and recorded nowhere. */
  readonly folds?: true;
  /** Values come from a bounded ledger of heavy hitters instead of a list. */
  readonly ledger?: 'address' | 'account';
}
