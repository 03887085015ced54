import type { IncomingMessage, ServerResponse } from 'node:http';
import { identityOf, type HttpParts } from '@authmeter/core';
import { readProperty } from '../patching/read-property';
import { isExchange } from './is-exchange';

/** What is read of Koa's context. */
export interface KoaContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  readonly url: string;
  readonly originalUrl: string;
  readonly headers: IncomingMessage['headers'];
  readonly socket: IncomingMessage['socket'];
  readonly state: Readonly<Record<string, unknown>>;
}

/** Whether a middleware was called with the context of an HTTP request. */
export function isKoaContext(context: unknown): context is KoaContext {
  return (
    typeof readProperty(context, 'state') === 'object' &&
    isExchange(readProperty(context, 'req'), readProperty(context, 'res'))
  );
}

/**
 * Koa's context in the words of core.
 *
 * @param property The property of the state that holds whom a middleware accepted.
 */
export function partsOfContext(
  context: KoaContext,
  property: string,
): HttpParts<IncomingMessage, ServerResponse> {
  return {
    request: context.req,
    response: context.res,
    // Mounted apps and routers shorten the url of Node's request; the context keeps the whole one.
    message: context,
    key: context.req,
    answer: context.res,
    identity: () => identityOf(context.state['auth'], context.state[property]),
  };
}
