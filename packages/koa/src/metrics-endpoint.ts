import {
  createMetricsGate,
  type MetricsAccessOptions,
  type MetricsExporter,
} from '@authmeter/core';
import type { Context, Middleware } from 'koa';

/**
 * Serves the metrics on the app's own port to whoever may read them: by Basic credentials, a bearer token, or a
 * decision of the host's. A refusal is 401 with `WWW-Authenticate`, or 403. Scrapes are no authentication attempts.
 * The exporter answers by itself, with `ctx.respond` false.
 *
 * @throws AuthmeterOptionError at set-up unless exactly one way in is given. Never throws into a request.
 */
export function metricsEndpoint(
  exporter: MetricsExporter,
  access: MetricsAccessOptions<Context>,
): Middleware {
  const judge = createMetricsGate('metricsEndpoint', access);
  return async function serveMetrics(ctx) {
    const refusal = await judge(ctx, ctx.req);
    if (refusal === undefined) {
      ctx.respond = false;
      exporter.getMetricsRequestHandler(ctx.req, ctx.res);
      return;
    }
    for (const [field, value] of Object.entries(refusal.headers)) ctx.set(field, value);
    ctx.body = '';
    ctx.status = refusal.status;
  };
}
