/**
 * What the docstring of an option says, taken apart.
 * @typedef {object} OptionWords
 * @property {string} meaning everything but its default
 * @property {string | undefined} default what `Default …` or `Default: …` is followed by
 */

const DEFAULT = /(?:^|\s)Default:? (.+?)(?:\.|(?=;))(?=\s|$|;)/;

/**
 * Takes the docstring of an option apart.
 * @param {string} text without its stars
 * @returns {OptionWords}
 */
export function readDocstring(text) {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const byDefault = DEFAULT.exec(line);
  const meaning = byDefault === null ? line : line.replace(byDefault[0], '').trim();
  return { meaning, default: byDefault?.[1] };
}

/** @type {[RegExp, string][]} units that the name of an option ends with */
const UNITS_OF_NAMES = [
  [/Milliseconds$/, 'ms'],
  [/Seconds$/, 's'],
  [/Bytes$/, 'bytes'],
];
/** Units that a docstring begins with: what is counted, or a number without a unit. */
const UNIT_OF_MEANING = /^(?:Most (\w+)|Number of (\w+)|(Share|Factor)\b)/;

/**
 * The unit of an option that is a number: its name ends with it, or its docstring begins with `Most …`, `Number of …`,
 * `Share …` or `Factor …`.
 * @param {string} name
 * @param {string} meaning
 * @returns {string | undefined} undefined where neither says
 */
export function readUnit(name, meaning) {
  const named = UNITS_OF_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  const [, most, number, other] = UNIT_OF_MEANING.exec(meaning) ?? [];
  return named ?? most ?? number ?? other?.toLowerCase();
}
