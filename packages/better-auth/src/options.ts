import { resolveHttpOptions, type ForwardingHeader } from '@authmeter/core';

/** Where the client's address is read; all options have defaults. */
export interface AuthMetricsOptions {
  /** Number of proxies of the host's own in front of it, 0 to 32. Default 0: no address is known. */
  readonly trustedHops?: number;
  /** The header that those proxies write. Default `x-forwarded-for`. */
  readonly addressHeader?: ForwardingHeader;
}

/** Options with their defaults filled in. */
export type AuthMetricsSettings = Required<AuthMetricsOptions>;

/**
 * Checks the options and fills in defaults.
 *
 * @param owner The function, as errors name it.
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveOptions(owner: string, options?: AuthMetricsOptions): AuthMetricsSettings {
  const { trustedHops, addressHeader } = resolveHttpOptions(owner, options);
  return { trustedHops, addressHeader };
}
