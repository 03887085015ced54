import { forwardedElementStart, forwardedNode } from './forwarded-element';
import { commaEntryStart, nthEntryFromRight } from './header-list';

/** Headers by which proxies tell whom they speak for: the usual one, and the one of RFC 7239. */
export const FORWARDING_HEADERS = ['x-forwarded-for', 'forwarded'] as const;
export type ForwardingHeader = (typeof FORWARDING_HEADERS)[number];

/** What a request says about where it comes from. */
export interface ClientAddressSource {
  /** Address of the socket's peer; absent once the socket is destroyed. */
  readonly remoteAddress?: string | undefined;
  /** Headers by lower-case name, as Node gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Whom to believe about the client's address. */
export interface ClientAddressOptions {
  /** Number of proxies in front of the process that are the host's own. Default 0: no header is read. */
  readonly trustedHops?: number;
  /** The header those proxies write. Default `x-forwarded-for`. */
  readonly header?: ForwardingHeader;
}

/**
 * The address of the client as far as it can be trusted: the socket's peer without trusted hops, otherwise the
 * entry that the farthest trusted proxy wrote, counted from the right. A header with fewer entries than hops
 * says nothing trustworthy, so the socket's peer is taken; an entry that is empty or malformed gives undefined.
 * The answer is not validated and may carry brackets or a port: `addressKey` and `maskIpAddress` decide
 * whether it is an address. It may share memory with the header, so no table may keep it. Reads at most 1,024
 * characters an entry. Never throws.
 */
export function clientAddress(
  source: ClientAddressSource,
  { trustedHops = 0, header = 'x-forwarded-for' }: ClientAddressOptions = {},
): string | undefined {
  try {
    if (!Number.isInteger(trustedHops) || trustedHops < 1) return source.remoteAddress;
    const lines = headerLines(source.headers[header]);
    const startOf = header === 'forwarded' ? forwardedElementStart : commaEntryStart;
    const entry = nthEntryFromRight(lines, trustedHops, startOf);
    if (entry === undefined) return source.remoteAddress;
    return header === 'forwarded' ? forwardedNode(entry) : entry.trim() || undefined;
  } catch {
    // Hosts hand over proxies and getters as headers, and those may throw.
    return undefined;
  }
}

function headerLines(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
