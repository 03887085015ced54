/** Whatever is not printable ASCII, or needs an escape in JSON. */
const NEEDS_ESCAPES = /[^ !#-[\]-~]/;
const BEYOND_ASCII = /[^ -~]/g;
const HEX_DIGITS = 4;

/**
 * What stands between the quotes of a JSON text, in ASCII, so that a character of a line is a byte of it. Mostly that is
 * the text itself: no copy, and no more pieces that a line consists of.
 */
export function escape(text: string): string {
  if (!NEEDS_ESCAPES.test(text)) return text;
  return JSON.stringify(text).slice(1, -1).replaceAll(BEYOND_ASCII, escapeUnit);
}

/** A text as JSON, for what is written once. */
export function quote(text: string): string {
  return `"${escape(text)}"`;
}

/**
 * A member of an object whose value is a text, or nothing where there is no text.
 *
 * @param opening All up to the text, its opening quote included: `,"name":"`.
 */
export function member(opening: string, text: string | undefined): string {
  return text === undefined ? '' : `${opening}${escape(text)}"`;
}

/** The same for a text that needs no escapes: an address, a hash, a route template, a value out of a list. */
export function plainMember(opening: string, text: string | undefined): string {
  return text === undefined ? '' : `${opening}${text}"`;
}

/** One of the units that a character consists of, as JSON has it. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(HEX_DIGITS, '0')}`;
}

/** Members of an object that each begin with a comma, without the first one. */
export function withoutComma(members: string): string {
  return members.slice(1);
}
