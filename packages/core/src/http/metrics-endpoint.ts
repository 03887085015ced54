import type { IncomingMessage, ServerResponse } from 'node:http';
import { exchangeInProgress } from '../exchange/in-progress';
import type { HttpRequest } from './http-messages';
import { resolveMetricsAccess, type MetricsAccessOptions } from './metrics-access';

/** What of a Prometheus exporter is used; that of OpenTelemetry, made with `preventServerStart`, has this shape. */
export interface MetricsExporter {
  getMetricsRequestHandler(request: IncomingMessage, response: ServerResponse): void;
}

/** Node's own messages, whatever a framework makes of them. */
export interface NodeMessages {
  /** Identifies the exchange. */
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Answers a request for the metrics to whoever may read them. Never rejects. */
export type ServeMetrics<Request> = (
  request: Request & HttpRequest,
  messages: NodeMessages,
) => Promise<void>;

const READING_METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/**
 * Makes the endpoint of the metrics: 401 with `WWW-Authenticate` or 403 for whoever may not read them, 405 for what
 * does not read, 500 where the exporter fails. A scrape is no authentication attempt.
 *
 * @throws AuthmeterOptionError unless exactly one way in is given.
 */
export function prepareMetricsEndpoint<Request>(
  owner: string,
  exporter: MetricsExporter,
  access: MetricsAccessOptions<Request>,
): ServeMetrics<Request> {
  const { admits, challenge } = resolveMetricsAccess(owner, access);
  return async (given, { request, response }) => {
    try {
      if (!READING_METHODS.includes(given.method)) {
        response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      } else if (await admits(given)) {
        exchangeInProgress(request)?.abandon();
        exporter.getMetricsRequestHandler(request, response);
      } else {
        // Set, since Node does not tell what is handed to writeHead, and the challenge says why.
        if (challenge !== undefined) response.setHeader('WWW-Authenticate', challenge);
        response.writeHead(challenge === undefined ? 403 : 401).end();
      }
    } catch {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
}
