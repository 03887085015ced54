import type { IncomingMessage, ServerResponse } from 'node:http';
import { exchangeInProgress } from '../exchange/in-progress';
import type { HttpRequest } from './http-messages';
import { resolveMetricsAccess, type MetricsAccessOptions } from './metrics-access';

/** What of a Prometheus exporter is used; that of OpenTelemetry, made with `preventServerStart`, has this shape. */
export interface MetricsExporter {
  getMetricsRequestHandler(request: IncomingMessage, response: ServerResponse): void;
}

/** How a request that may not read the metrics is answered. */
export interface MetricsRefusal {
  readonly status: 401 | 403 | 405;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Judges a request for the metrics; undefined lets it read them, and makes it no authentication attempt.
 *
 * @param key Node's request, which identifies the exchange. Default: `request`.
 */
export type MetricsGate<Request> = (
  request: Request & HttpRequest,
  key?: object,
) => Promise<MetricsRefusal | undefined>;

const READING_METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/**
 * Makes the gate in front of the metrics. It never throws and never rejects.
 *
 * @throws AuthmeterOptionError unless exactly one way in is given.
 */
export function createMetricsGate<Request>(
  owner: string,
  given: MetricsAccessOptions<Request>,
): MetricsGate<Request> {
  const { admits, challenge } = resolveMetricsAccess(owner, given);
  return async (request, key = request) => {
    if (!READING_METHODS.includes(request.method)) {
      return { status: 405, headers: { Allow: 'GET, HEAD' } };
    }
    if (await admits(request)) {
      exchangeInProgress(key)?.abandon();
      return undefined;
    }
    return challenge === undefined
      ? { status: 403, headers: {} }
      : { status: 401, headers: { 'WWW-Authenticate': challenge } };
  };
}
