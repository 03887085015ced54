import type { ServerResponse } from 'node:http';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { exchangeInProgress, openHttpExchange, pathOf, runInExchange } from '@authmeter/core';
import type { AuthMetricsSettings, MetricsEndpoint } from './auth-metrics.providers';
import type { NestRequest, NestResponse } from './nest-messages';
import { nodeRequestOf, partsOf } from './request-parts';

type Next = () => void;
type Listener<Reply> = (request: NestRequest, response: Reply, next: Next) => void;

/** A reply that somebody else may answer. */
interface FastifyReply extends NestResponse {
  readonly raw: ServerResponse;
  hijack(): void;
}

/** What is used of Fastify's instance. */
interface FastifyHooks {
  addHook(name: 'onRequest' | 'preValidation', hook: Listener<FastifyReply>): unknown;
}

/** Observes every request of an HTTP server, and serves the metrics in front of whatever is mounted later. */
export function mountAuthMetrics(
  adapter: AbstractHttpAdapter,
  settings: AuthMetricsSettings,
): void {
  const { endpoint } = settings;
  if (adapter.getType() !== 'fastify') {
    const observe: Listener<ServerResponse> = (request, response, next) => {
      observeRequest(settings, request, response, () => {
        if (isScrape(endpoint, request)) {
          void endpoint.serve(request, { request: nodeRequestOf(request), response });
        } else next();
      });
    };
    adapter.use(observe);
    return;
  }
  const fastify = adapter.getInstance<FastifyHooks>();
  fastify.addHook('onRequest', (request, reply, next) => {
    observeRequest(settings, request, reply, () => {
      if (isScrape(endpoint, request)) {
        reply.hijack();
        const messages = { request: nodeRequestOf(request), response: reply.raw };
        void endpoint.serve(request, messages);
      } else next();
    });
  });
  // Reading a body loses the async context.
  fastify.addHook('preValidation', (request, _reply, next) => {
    const exchange = exchangeInProgress(nodeRequestOf(request));
    if (exchange === undefined) next();
    else runInExchange(exchange, next);
  });
}

function observeRequest(
  { meter, http }: AuthMetricsSettings,
  request: NestRequest,
  response: NestResponse,
  next: Next,
): void {
  const opened = openHttpExchange(meter, http, partsOf(request, response));
  if (opened === undefined) next();
  else runInExchange(opened.exchange, next);
}

function isScrape(
  endpoint: MetricsEndpoint | undefined,
  request: NestRequest,
): endpoint is MetricsEndpoint {
  return endpoint !== undefined && pathOf(request) === endpoint.path;
}
