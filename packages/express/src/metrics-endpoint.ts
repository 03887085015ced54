import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  exchangeInProgress,
  resolveMetricsAccess,
  type MetricsAccessOptions,
} from '@authmeter/core';
import type { ExpressRequest, Middleware } from './middleware';

/** What of a Prometheus exporter is used; that of OpenTelemetry, made with `preventServerStart`, has this shape. */
export interface MetricsExporter {
  getMetricsRequestHandler(request: IncomingMessage, response: ServerResponse): void;
}

const READING_METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/**
 * Serves the metrics on the app's own port to whoever may read them: by Basic credentials, a bearer token, or a
 * decision of the host's. A refusal is 401 with `WWW-Authenticate`, or 403. An admitted scrape is no
 * authentication attempt; a refused one behind `authMetrics` is a failed one.
 *
 * @throws AuthmeterOptionError at set-up unless exactly one way in is given. Never throws into a request.
 */
export function metricsEndpoint(
  exporter: MetricsExporter,
  access: MetricsAccessOptions<ExpressRequest>,
): Middleware {
  const { admits, challenge } = resolveMetricsAccess('metricsEndpoint', access);
  return async function serveMetrics(request, response) {
    if (!READING_METHODS.includes(request.method)) {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (await admits(request)) {
      exchangeInProgress(request)?.abandon();
      exporter.getMetricsRequestHandler(request, response);
    } else if (challenge === undefined) {
      response.writeHead(403).end();
    } else {
      response.writeHead(401, { 'WWW-Authenticate': challenge }).end();
    }
  };
}
