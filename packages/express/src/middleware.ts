import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as Express hands it on: Node's own, with what Express and auth libraries put on it. */
export interface ExpressRequest extends IncomingMessage {
  readonly originalUrl?: string;
  /** Claims, as express-jwt and express-oauth2-jwt-bearer leave them. */
  readonly auth?: unknown;
  /** What a body parser made of the body. */
  readonly body?: unknown;
  /** The account, as passport and most others leave it. */
  readonly user?: unknown;
}

/** Passes control on: with nothing, with an error, or with the routing signals `route` and `router`. */
export type Next = (signal?: unknown) => void;

/** A middleware that any Express app takes. */
export type Middleware = (request: ExpressRequest, response: ServerResponse, next: Next) => unknown;

/** The request that a handler expects: Express' own in an Express app, so that callbacks see its body. */
export type RequestOf<Handler extends AnyHandler> = Parameters<Handler>[0] extends IncomingMessage
  ? Parameters<Handler>[0]
  : ExpressRequest;

/** Any request handler, whatever its request and response are called in the host's types. */
export type AnyHandler = (request: never, response: never, next: never) => unknown;
