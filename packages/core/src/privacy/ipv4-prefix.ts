/** Answer of the prefix parsers for a text that is no address of their kind. */
export const NO_PREFIX = -1;

const LONGEST_CHARACTERS = '255.255.255.255'.length;
const DOT = 0x2e;
const ZERO = 0x30;

/**
 * The first 24 bits of the dotted-decimal IPv4 address that fills `text` from `start` on, or `NO_PREFIX`. Four
 * decimal octets are demanded: short, octal and hexadecimal forms, which no socket and no proxy prints, are
 * refused, and so are leading zeros. Never throws.
 */
export function ipv4Prefix(text: string, start = 0): number {
  if (text.length - start > LONGEST_CHARACTERS) return NO_PREFIX;
  let prefix = 0;
  let dots = 0;
  let octet = NO_PREFIX;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (octet === NO_PREFIX || dots === 3) return NO_PREFIX;
      prefix = prefix * 256 + octet;
      dots += 1;
      octet = NO_PREFIX;
      continue;
    }
    const digit = code - ZERO;
    const leadingZero = octet === 0;
    if (digit < 0 || digit > 9 || leadingZero) return NO_PREFIX;
    octet = octet === NO_PREFIX ? digit : octet * 10 + digit;
    if (octet > 255) return NO_PREFIX;
  }
  return dots === 3 && octet !== NO_PREFIX ? prefix : NO_PREFIX;
}
