import type { ServerResponse } from 'node:http';
import {
  getDefaultAuthMeter,
  openHttpExchange,
  resolveHttpOptions,
  runInExchange,
  type AuthMeter,
  type HttpAuthOptions,
} from '@authmeter/core';
import type { ExpressRequest, Middleware } from './middleware';
import { partsOf } from './request-parts';

/** Options of `authMetrics`; all have defaults. */
export type AuthMetricsOptions<Request = ExpressRequest> = HttpAuthOptions<Request, ServerResponse>;

/**
 * Observes every request of the app: mount it first. What auth layers say is collected and counted once when the
 * response ends; where none speaks, the status and the credential decide.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function authMetrics<Request = ExpressRequest>(
  meter: AuthMeter = getDefaultAuthMeter(),
  options?: AuthMetricsOptions<Request>,
): Middleware {
  const settings = resolveHttpOptions('authMetrics', options);
  return function observeRequest(request, response, next) {
    const opened = openHttpExchange(meter, settings, partsOf(request, response));
    if (opened === undefined) next();
    else runInExchange(opened.exchange, next);
  };
}
