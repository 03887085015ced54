/** Where a visit seems to come from. */
export interface VisitOrigin {
  readonly address: string;
  /** What of it may leave the service: IPv4 /24, IPv6 /48. */
  readonly network: string;
}

const HOSTS = 254;

interface Network {
  readonly network: string;
  readonly addressOf: (host: number) => string;
}

/** Networks set aside for documentation. Source: RFC 5737 and RFC 3849. */
const NETWORKS: readonly [Network, ...Network[]] = [
  { network: '203.0.113.0', addressOf: (host) => `203.0.113.${String(host)}` },
  { network: '198.51.100.0', addressOf: (host) => `198.51.100.${String(host)}` },
  { network: '2001:db8:1::', addressOf: (host) => `2001:db8:1:${host.toString(16)}00::7` },
  { network: '192.0.2.0', addressOf: (host) => `192.0.2.${String(host)}` },
  { network: '2001:db8:2::', addressOf: (host) => `2001:db8:2:${host.toString(16)}00::7` },
];

/** Visitors take turns through the networks, so that no two of a minute share an address, or a limit. */
export function originOfVisit(visit: number): VisitOrigin {
  const { network, addressOf } = NETWORKS[visit % NETWORKS.length] ?? NETWORKS[0];
  const host = (Math.floor(visit / NETWORKS.length) % HOSTS) + 1;
  return { network, address: addressOf(host) };
}
