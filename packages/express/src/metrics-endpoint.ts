import {
  prepareMetricsEndpoint,
  type MetricsAccessOptions,
  type MetricsExporter,
} from '@authmeter/core';
import type { ExpressRequest, Middleware } from './middleware';

/**
 * Serves the metrics on the app's own port to whoever may read them: by Basic credentials, a bearer token, or a
 * decision of the host's. A refusal is 401 with `WWW-Authenticate`, or 403. Scrapes are no authentication attempts.
 *
 * @throws AuthmeterOptionError at set-up unless exactly one way in is given. Never throws into a request.
 */
export function metricsEndpoint(
  exporter: MetricsExporter,
  access: MetricsAccessOptions<ExpressRequest>,
): Middleware {
  const serve = prepareMetricsEndpoint('metricsEndpoint', exporter, access);
  return function serveMetrics(request, response) {
    return serve(request, { request, response });
  };
}
