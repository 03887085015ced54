import type { IncomingHttpHeaders } from 'node:http';
import type { DependencyCheck, MetricsExporter } from '@authmeter/core';
import type { ServiceParts } from './service-parts';

/** Where an app gets what it does not make itself. */
export interface Surroundings {
  readonly exporter: MetricsExporter;
  /** Where the partners' identity provider judges tokens. */
  readonly introspectionUrl: string;
}

/** Proxies in front of the service: the traffic plays one, so that it seems to come from everywhere. */
export const TRUSTED_HOPS = 1;

const LOOPBACK_ADDRESSES: readonly (string | undefined)[] = [
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
];

/** What is read of a request for the metrics. */
interface MetricsRequest {
  readonly headers: IncomingHttpHeaders;
  readonly socket?: { readonly remoteAddress?: string | undefined } | null | undefined;
}

/** Whether somebody asks from this machine. Whoever comes through the proxy does not, though its socket does. */
export function isLocal({ headers, socket }: MetricsRequest): boolean {
  const isProxied = headers['x-forwarded-for'] !== undefined;
  return !isProxied && LOOPBACK_ADDRESSES.includes(socket?.remoteAddress);
}

/** What authentication needs in order to work, by name. */
export function healthChecks(
  { database, signingKeys, signOn }: ServiceParts,
  introspectionUrl: string,
): Readonly<Record<string, DependencyCheck>> {
  return {
    database: () => database.prepare('SELECT 1').get(),
    signing_keys: () => signingKeys.publicKeySet().keys.length > 0,
    identity_provider: (signal) => fetch(introspectionUrl, { method: 'POST', signal }),
    company_provider: (signal) => fetch(signOn.keysUrl, { signal }),
  };
}
