import type { EntryStart } from './header-list';

const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** One `name=value` with its leading separators, up to the next separator; quoted values keep their escapes. */
const PAIR =
  /[ \t;]*(?<name>[\w!#$%&'*+.^`|~-]+)=(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s",;]*))(?=[ \t]*(?:;|$))/gy;
const SEPARATORS = /^[ \t;]*$/;
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const QUOTED_PAIR = /\\(.)/g;

/** An IPv4 address, a bracketed IPv6 address, `unknown` or an obfuscated name, with a number or a name as port. */
const NODE = /^(?<name>\[[^[\]]+\]|[^:[\]]+)(?::(?:\d{1,5}|_[\w.-]+))?$/;

/** Where a Forwarded element starts: after a comma outside quoted strings, which are read from their end. */
export const forwardedElementStart: EntryStart = (line, end, limit) => {
  let quoted = false;
  for (let index = end - 1; index >= limit; index -= 1) {
    const code = line.charCodeAt(index);
    if (code === COMMA && !quoted) return index + 1;
    // Read from its end, a quoted string opens at the first quote that no backslash precedes.
    const isEscaped = quoted && line.charCodeAt(index - 1) === BACKSLASH;
    if (code === QUOTE && !isEscaped) quoted = !quoted;
  }
  return limit;
};

/**
 * The node that an element's `for` parameter names, without its port; undefined when there is none, more than
 * one, or the element breaks the grammar. Blanks around semicolons, and values of other parameters that should
 * have been quoted, are forgiven: proxies write them. Source: RFC 7239, sections 4 and 6.
 */
export function forwardedNode(element: string): string | undefined {
  let value: string | undefined;
  let readCharacters = 0;
  for (const { 0: pair, groups } of element.matchAll(PAIR)) {
    readCharacters += pair.length;
    if (groups?.['name']?.toLowerCase() !== 'for') continue;
    if (value !== undefined) return undefined;
    value = pairValue(groups);
  }
  if (value === undefined || !SEPARATORS.test(element.slice(readCharacters))) return undefined;
  return NODE.exec(value)?.groups?.['name'];
}

/** The unquoted value; empty, which is no node, when it needed quotes and has none. */
function pairValue({ quoted, plain = '' }: Readonly<Record<string, string>>): string {
  if (quoted !== undefined) return quoted.replaceAll(QUOTED_PAIR, '$1');
  return TOKEN.test(plain) ? plain : '';
}
