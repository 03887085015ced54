import {
  createAuthHealth,
  getDefaultAuthMeter,
  metricsPath,
  prepareMetricsEndpoint,
  resolveHttpOptions,
  type AuthHealthAnswer,
  type AuthMeter,
  type HttpAuthSettings,
  type ServeMetrics,
} from '@authmeter/core';
import type { AuthMetricsModuleOptions } from './auth-metrics.options';
import type { NestRequest, NestResponse } from './nest-messages';

const OWNER = 'AuthMetricsModule';

/** A metrics endpoint, ready to serve. */
export interface MetricsEndpoint {
  readonly path: string;
  readonly serve: ServeMetrics<NestRequest>;
}

/** The options of the module with their defaults; made once. */
export interface AuthMetricsSettings {
  readonly meter: AuthMeter;
  readonly http: HttpAuthSettings<NestRequest, NestResponse>;
  readonly endpoint: MetricsEndpoint | undefined;
  readonly checkHealth: () => Promise<AuthHealthAnswer>;
}

/**
 * Checks the options of the module and fills in defaults.
 *
 * @throws AuthmeterOptionError for the first option that cannot be used.
 */
export function resolveModuleOptions({
  meter = getDefaultAuthMeter(),
  endpoint,
  health = { checks: {} },
  ...http
}: AuthMetricsModuleOptions): AuthMetricsSettings {
  return {
    meter,
    http: resolveHttpOptions(OWNER, http),
    endpoint: endpoint && resolveEndpoint(endpoint),
    checkHealth: createAuthHealth(OWNER, { meter, ...health }),
  };
}

function resolveEndpoint({
  exporter,
  path = metricsPath(),
  ...access
}: NonNullable<AuthMetricsModuleOptions['endpoint']>): MetricsEndpoint {
  return { path, serve: prepareMetricsEndpoint(OWNER, exporter, access) };
}
