import {
  getDefaultAuthMeter,
  openHttpExchange,
  resolveHttpOptions,
  runInExchange,
  type AuthMeter,
  type HttpAuthOptions,
} from '@authmeter/core';
import type { Context, Middleware, Response } from 'koa';
import { partsOf } from './context-parts';

/** Options of `authMetrics`; all have defaults. Callbacks get the context, and Koa's response. */
export type AuthMetricsOptions = HttpAuthOptions<Context, Response>;

/**
 * Observes every request of the app: mount it first. What auth layers say is collected and counted once when the
 * response ends; where none speaks, the status and the credential decide.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function authMetrics(
  meter: AuthMeter = getDefaultAuthMeter(),
  options?: AuthMetricsOptions,
): Middleware {
  const settings = resolveHttpOptions('authMetrics', options);
  return function observeRequest(ctx, next) {
    const opened = openHttpExchange(meter, settings, partsOf(ctx));
    return opened === undefined ? next() : runInExchange(opened.exchange, next);
  };
}
