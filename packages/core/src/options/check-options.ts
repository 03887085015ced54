import { AuthmeterOptionError } from './option-error';

/** Says what an option may hold; `undefined` (left out) is always allowed and never reaches `accepts`. */
export interface OptionCheck {
  accepts(value: unknown): boolean;
  readonly allowed: string;
  /** The value is a secret: an error shows its type only. */
  readonly secret?: true;
}

/** One check per option name. */
export type OptionChecks<Options> = Readonly<Record<keyof Options & string, OptionCheck>>;

/**
 * Checks every given option and refuses names that do not exist, so that a typing error is not silence. Each option is
 * read once: what is returned is what was checked, whatever a getter or a proxy would say the next time.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function checkOptions<Options extends object>(
  owner: string,
  options: Options | undefined,
  checks: OptionChecks<Options>,
): Options {
  if (options === undefined) return {} as Options;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new AuthmeterOptionError(owner, 'options', options, 'an object');
  }
  const known = Object.entries<OptionCheck>(checks);
  const given = readOnce(owner, options, Object.keys(checks));
  for (const [name, value] of given) {
    if (Object.hasOwn(checks, name)) continue;
    // A mistyped name may be that of a secret.
    const allowed = `only ${Object.keys(checks).join(', ')}`;
    throw new AuthmeterOptionError(owner, name, value, allowed, true);
  }
  for (const [name, check] of known) {
    const value = given.get(name);
    if (value === undefined || acceptsSafely(check, value)) continue;
    throw new AuthmeterOptionError(owner, name, value, check.allowed, check.secret);
  }
  return Object.fromEntries(given) as Options;
}

/**
 * The values of an object's own names, and of those that it may have inherited. An option whose getter throws cannot be
 * used; neither can a proxy that does not tell what it holds.
 */
function readOnce(
  owner: string,
  options: object,
  names: readonly string[],
): ReadonlyMap<string, unknown> {
  try {
    const values = options as Readonly<Record<string, unknown>>;
    const present = names.filter((name) => name in options);
    return new Map(
      [...new Set([...Object.keys(options), ...present])].map((name) => [name, values[name]]),
    );
  } catch {
    throw new AuthmeterOptionError(owner, 'options', options, 'an object that can be read');
  }
}

/** What throws when it is looked at is not what is allowed. */
function acceptsSafely(check: OptionCheck, value: unknown): boolean {
  try {
    return check.accepts(value);
  } catch {
    return false;
  }
}

export const isBoolean: OptionCheck = {
  accepts: (value) => typeof value === 'boolean',
  allowed: 'true or false',
};

export const isFunction: OptionCheck = {
  accepts: (value) => typeof value === 'function',
  allowed: 'a function',
};

export function isOneOf(values: readonly string[]): OptionCheck {
  return {
    accepts: (value) => typeof value === 'string' && values.includes(value),
    allowed: values.map((value) => `"${value}"`).join(' or '),
  };
}

export function isIntegerBetween(lowest: number, highest: number): OptionCheck {
  return {
    accepts: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest,
    allowed: `an integer from ${String(lowest)} to ${String(highest)}`,
  };
}

/** A word that may become a label value: short, and the same in every back end. */
const LABEL_VALUE = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,62}$/;
const MOST_DECLARED_VALUES = 50;

/** Whether a value may be declared as one of an attribute's values. */
export function isLabelValue(value: unknown): value is string {
  return typeof value === 'string' && LABEL_VALUE.test(value);
}

export const isLabelValueList: OptionCheck = {
  accepts: (value) =>
    Array.isArray(value) && value.length <= MOST_DECLARED_VALUES && value.every(isLabelValue),
  allowed: `an array of at most ${String(MOST_DECLARED_VALUES)} names of 1 to 63 letters, digits and _ . : / -, the first a letter or digit`,
};

export function isArrayOf(accepts: (item: unknown) => boolean, allowed: string): OptionCheck {
  return { accepts: (value) => Array.isArray(value) && value.every(accepts), allowed };
}
