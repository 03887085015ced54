import type {
  AuthHealthOptions,
  AuthMeter,
  HttpAuthOptions,
  MetricsAccessOptions,
  MetricsExporter,
} from '@authmeter/core';
import type { NestRequest, NestResponse } from './nest-messages';

/** Where a Prometheus exporter is served, and to whom: exactly one of `basicAuth`, `bearer` and `allow`. */
export interface MetricsEndpointOptions extends MetricsAccessOptions<NestRequest> {
  /** That of OpenTelemetry, made with `preventServerStart`. */
  readonly exporter: MetricsExporter;
  /** The whole path, whatever the app's global prefix. Default: `METRICS_PATH`, or else `/metrics`. */
  readonly path?: string;
}

/** Options of `AuthMetricsModule`; all have defaults. */
export interface AuthMetricsModuleOptions extends HttpAuthOptions<NestRequest, NestResponse> {
  /** Records everything that the module observes. Default: the default meter. */
  readonly meter?: AuthMeter;
  /** Serves the metrics in front of all guards, which would lock Prometheus out. Default: not at all. */
  readonly endpoint?: MetricsEndpointOptions;
  /** What `AuthHealthIndicator` checks. Default: nothing. */
  readonly health?: AuthHealthOptions;
}
