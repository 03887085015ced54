import type { EntryStart } from './header-list';

const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * One `name=value` with its leading separators, up to the next separator; quoted values keep their escapes. Its groups,
 * numbered because names are dear: the name, a quoted value, a plain one.
 */
const PAIR = /[ \t;]*([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*))(?=[ \t]*(?:;|$))/y;
const SEPARATORS = /^[ \t;]*$/;
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const QUOTED_PAIR = /\\(.)/g;

/** An IPv4 address, a bracketed IPv6 address, `unknown` or an obfuscated name, with a number or a name as port. */
const NODE = /^(\[[^[\]]+\]|[^:[\]]+)(?::(?:\d{1,5}|_[\w.-]+))?$/;

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
  let found = pairAt(element, 0);
  while (found !== null) {
    const [pair, name, quoted, plain] = found;
    readCharacters += pair.length;
    if (name?.toLowerCase() === 'for') {
      if (value !== undefined) return undefined;
      value = quoted === undefined ? plainValue(plain) : withoutEscapes(quoted);
    }
    found = pairAt(element, readCharacters);
  }
  if (value === undefined || !SEPARATORS.test(element.slice(readCharacters))) return undefined;
  return NODE.exec(value)?.[1];
}

function pairAt(element: string, start: number): RegExpExecArray | null {
  PAIR.lastIndex = start;
  return PAIR.exec(element);
}

function withoutEscapes(quoted: string): string {
  return quoted.includes('\\') ? quoted.replaceAll(QUOTED_PAIR, '$1') : quoted;
}

/** An unquoted value; empty, which is no node, when it needed quotes. */
function plainValue(plain = ''): string {
  return TOKEN.test(plain) ? plain : '';
}
