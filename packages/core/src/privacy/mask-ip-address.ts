import { lateIpAddr, lateNet } from '../late-modules';
import { ipv4Prefix, NO_PREFIX } from './ipv4-prefix';

/** The masked form of everything that is not an address. */
export const UNKNOWN_ADDRESS = 'unknown';

/** The key of everything that is not an address. */
export const UNKNOWN_ADDRESS_KEY = NO_PREFIX;

/** Longer texts are refused unread: no address with zone, brackets and port comes near it. */
const MAX_ADDRESS_CHARACTERS = 256;
const IPV6_KEY_OFFSET = 2 ** 24;
const KEY_LIMIT = IPV6_KEY_OFFSET + 2 ** 48;
const MAPPED_PREFIX = '::ffff:';

/** Blanks around; then brackets with or without a port, IPv4 with a port, or a bare text. */
const DRESSED =
  /^[ \t]*(?:\[(?<bracketed>[^[\]]+)\](?::\d{1,5})?|(?<ipv4>[\d.]+):\d{1,5}|(?<bare>\S+))[ \t]*$/;

/** First group of addresses that hold an IPv4 address in their next two. Source: RFC 3056. */
const SIX_TO_FOUR = 0x2002;

const LOOPBACK = '::1';

/** IPv4-compatible, not mapped (RFC 4291, 2.5.5.1); ipaddr.js 2.5 takes it for mapped. */
const IPV4_COMPATIBLE = /^::\d+\./;

/**
 * The address as it may leave the process: IPv4 as its /24 (`1.2.3.0`), IPv6 as its /48 in the form of RFC 5952
 * (`2001:db8:1::`), IPv4-mapped IPv6 as IPv4, anything else `unknown`. Surrounding blanks, brackets, a port and
 * a zone are taken off. Of a 6to4 address (`2002::/16`), whose first 48 bits
 * hold a whole IPv4 address, that address is masked. The result shares no memory with the input. Never throws.
 */
export function maskIpAddress(address: unknown): string {
  return formatAddressKey(addressKey(address));
}

/**
 * The masked address as a number, for tables: it retains nothing of a text that a client chose. IPv4: the 24-bit
 * prefix; IPv6: 2^24 plus the 48-bit prefix; anything else -1. Never throws.
 */
export function addressKey(address: unknown): number {
  if (typeof address !== 'string' || address.length > MAX_ADDRESS_CHARACTERS) {
    return UNKNOWN_ADDRESS_KEY;
  }
  const key = bareAddressKey(address);
  return key === UNKNOWN_ADDRESS_KEY ? dressedAddressKey(address) : key;
}

/** The masked address that a key of `addressKey` stands for; `unknown` for any other number. Never throws. */
export function formatAddressKey(key: number): string {
  if (!Number.isInteger(key) || key < 0 || key >= KEY_LIMIT) return UNKNOWN_ADDRESS;
  if (key < IPV6_KEY_OFFSET) {
    return `${String(key >>> 16)}.${String((key >>> 8) & 0xff)}.${String(key & 0xff)}.0`;
  }
  const prefix = key - IPV6_KEY_OFFSET;
  const groups = [
    Math.floor(prefix / 2 ** 32),
    Math.floor(prefix / 2 ** 16) % 2 ** 16,
    prefix % 2 ** 16,
  ];
  // The five groups that are masked away make the longest run of zeros: zeros before it join it.
  while (groups.at(-1) === 0) groups.pop();
  const words = groups.map((group) => group.toString(16));
  return words.length === 0 ? '::' : [...words, '', ''].join(':');
}

function bareAddressKey(text: string): number {
  const prefix = ipv4Prefix(text, text.startsWith(MAPPED_PREFIX) ? MAPPED_PREFIX.length : 0);
  return prefix === NO_PREFIX ? ipv6Key(text) : prefix;
}

function dressedAddressKey(text: string): number {
  const { bracketed, ipv4, bare } = DRESSED.exec(text)?.groups ?? {};
  if (bracketed !== undefined) return ipv6Key(bracketed);
  if (ipv4 !== undefined) return ipv4Prefix(ipv4);
  return bare === undefined || bare === text ? UNKNOWN_ADDRESS_KEY : bareAddressKey(bare);
}

function ipv6Key(text: string): number {
  // Health checks and proxies of the same machine come from here; nothing has to be loaded for them.
  if (text === LOOPBACK) return IPV6_KEY_OFFSET;
  // The strict gate: ipaddr.js by itself also takes octal, short and overlong forms.
  if (!lateNet().isIPv6(text)) return UNKNOWN_ADDRESS_KEY;
  const zoneAt = text.indexOf('%');
  const address = zoneAt === -1 ? text : text.slice(0, zoneAt);
  if (IPV4_COMPATIBLE.test(address)) return IPV6_KEY_OFFSET;
  const parts = parseIpv6(address);
  if (parts === undefined) return UNKNOWN_ADDRESS_KEY;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = parts;
  const prefix = a * 2 ** 32 + b * 2 ** 16 + (a === SIX_TO_FOUR ? c & 0xff00 : c);
  const isMapped = prefix === 0 && d === 0 && e === 0 && f === 0xffff;
  return isMapped ? g * 2 ** 8 + (h >>> 8) : IPV6_KEY_OFFSET + prefix;
}

function parseIpv6(address: string): readonly number[] | undefined {
  try {
    return lateIpAddr().IPv6.parse(address).parts;
  } catch {
    // Another version of the library may refuse what Node takes.
    return undefined;
  }
}
