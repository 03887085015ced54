import type { IncomingMessage } from 'node:http';

/** What is looked at to tell whether a request comes from this machine. */
export type LoopbackRequest = Pick<IncomingMessage, 'headers'> & {
  readonly socket?: { readonly remoteAddress?: string | undefined } | null | undefined;
};

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i;
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const PORT = /:\d{1,5}$/;
/** A proxy on the same machine makes the whole world look like loopback. */
const PROXY_HEADER = /^(forwarded|x-forwarded-.+|x-real-ip|via)$/;
const OWN_SITE: readonly string[] = ['same-origin'];
/** Typed into the address bar, or a bookmark. */
const BY_HAND = 'none';

/** Whether the other end of the connection is this machine. Headers, which anybody can write, are not asked. */
export function isLoopbackSocket({ socket }: LoopbackRequest): boolean {
  const address = socket?.remoteAddress;
  return address === '::1' || (address !== undefined && LOOPBACK_ADDRESS.test(address));
}

/**
 * Why a request over a loopback socket may still come from elsewhere, in words; undefined when nothing says so.
 *
 * @param isPage Whether the page itself is asked for, which people type into the address bar.
 */
export function findForeignSign(
  { headers }: LoopbackRequest,
  allowedHosts: readonly string[],
  isPage: boolean,
): string | undefined {
  const host = hostNameOf(headers);
  if (!LOOPBACK_HOSTS.includes(host) && !allowedHosts.includes(host)) {
    return 'the Host header names another host; add it to allowedHosts if it is yours';
  }
  const proxyHeader = Object.keys(headers).find((name) => PROXY_HEADER.test(name));
  if (proxyHeader !== undefined) {
    return `the header ${proxyHeader} says that a proxy stands between; give an authorize callback`;
  }
  const site = headers['sec-fetch-site'];
  const sites = isPage ? [...OWN_SITE, BY_HAND] : OWN_SITE;
  if (typeof site === 'string' && !sites.includes(site)) {
    return 'another site asked for it (Sec-Fetch-Site)';
  }
  return undefined;
}

function hostNameOf(headers: IncomingMessage['headers']): string {
  const given = headers.host ?? headers[':authority'];
  return (typeof given === 'string' ? given : '').toLowerCase().replace(PORT, '');
}
