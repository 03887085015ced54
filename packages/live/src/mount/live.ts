import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { LiveReader } from '../live-reader';

/** A request that may be for the page. */
export interface LiveExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What `authorize` is asked about. Default: the request. */
  readonly subject?: unknown;
  /** The whole path, without a query. Default: that of the request. */
  readonly path?: string;
  /** Where the page is mounted, without a slash at its end. Default: the option `path`. */
  readonly mount?: string;
}

/** What Express hands to a middleware, as far as it is used. */
export type ExpressRequest = IncomingMessage & {
  readonly baseUrl?: string;
  readonly originalUrl?: string;
};

/** Koa's context, as far as it is used. */
export interface KoaContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly path: string;
  readonly originalUrl: string;
  respond?: boolean;
}

/** The page alone, on a port of its own. */
export interface LiveServer {
  /** Its address, with a slash at the end. */
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** The live page of one process. */
export interface Live {
  /** Goes into the `readers` of the `MeterProvider`, beside the reader of an exporter. */
  readonly reader: LiveReader;
  /** For Express: `app.use('/auth-live', live.express())`. */
  express(): (request: ExpressRequest, response: ServerResponse, next: () => void) => void;
  /** For Koa: `app.use(live.koa())`, or through koa-mount. */
  koa(): (context: KoaContext, next: () => Promise<unknown>) => Promise<void>;
  /** For `createServer` of `node:http`: answers whatever it is given, and 404 where that is not for the page. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** For any other framework: answers a request if it is for the page, and says whether it was. Never throws. */
  answer(exchange: LiveExchange): boolean;
  /**
   * Serves the page alone on a port of the loopback interface; for a service that serves no HTTP. Does not keep the
   * process alive. Rejects when the port is taken.
   */
  listen(port: number): Promise<LiveServer>;
}
