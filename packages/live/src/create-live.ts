import type { IncomingMessage } from 'node:http';
import { exchangeInProgress, pathOf } from '@authmeter/core';
import { PageServer } from './http/page-server';
import { routeOf } from './http/routes';
import { resolveLiveOptions, type LiveOptions } from './live-options';
import { koaPath } from './mount/koa-path';
import { listenOnLoopback } from './mount/listen';
import type { Live, LiveExchange } from './mount/live';
import { ReaderSource } from './reader-source';

/**
 * Makes the live page of this process: a reader that goes into the provider, and handlers that serve the page.
 * Nothing is served until a handler is mounted; without `authorize` it answers this machine only, and in production
 * nobody.
 *
 * @throws AuthmeterOptionError naming the option, what was given and what is allowed.
 */
export function createLive<Request = IncomingMessage>(options?: LiveOptions<Request>): Live {
  const settings = resolveLiveOptions(options);
  const source = new ReaderSource(settings);
  const server = new PageServer(source, settings.gate);

  const answer = (exchange: LiveExchange): boolean => {
    const { request, response, subject = request, mount = settings.mount } = exchange;
    const path = exchange.path ?? pathOf(request);
    const route = routeOf(path, mount);
    if (route === undefined) return false;
    const observed = exchangeInProgress(request);
    if (observed !== undefined) {
      source.noteExchange();
      // Looking at the page is no authentication attempt.
      observed.abandon();
    }
    void server.serve({ request, response, subject, route, path });
    return true;
  };

  const serveAlone =
    (mount: string) => (request: LiveExchange['request'], response: LiveExchange['response']) => {
      if (!answer({ request, response, mount })) {
        void server.serve({ request, response, subject: request, route: 'nothing', path: '' });
      }
    };

  return {
    reader: source.reader,
    answer,
    handler: serveAlone(settings.mount),
    express: () => (request, response, next) => {
      const path = pathOf(request);
      const mount = request.baseUrl === '' ? undefined : request.baseUrl;
      const exchange = mount === undefined ? { path } : { path, mount };
      if (!answer({ request, response, ...exchange })) next();
    },
    koa: () => async (context, next) => {
      const { req: request, res: response } = context;
      if (answer({ request, response, subject: context, ...koaPath(context) })) {
        context.respond = false;
      } else await next();
    },
    listen: async (port) => {
      const listening = await listenOnLoopback(port, serveAlone(''));
      listening.server.unref();
      return listening;
    },
  };
}
