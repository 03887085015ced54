import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import { identityOf, type HttpParts, type HttpResponse } from '@authmeter/core';
import type { NestRequest, NestResponse } from './nest-messages';

/** The messages of one HTTP request in the words of core. */
export type NestParts = HttpParts<NestRequest, NestResponse>;

/** The request and response of a platform in the words of core. */
export function partsOf(request: NestRequest, response: NestResponse): NestParts {
  return {
    request,
    response,
    message: request,
    key: nodeRequestOf(request),
    answer: answerOf(response),
    identity: () => identityOf(request.auth, request.user),
  };
}

/** Node's request, which identifies the exchange. */
export function nodeRequestOf(request: NestRequest): IncomingMessage {
  return request.raw ?? (request as IncomingMessage);
}

/** Node's response. Fastify keeps the headers to itself until it sends them, and then Node does not tell them. */
function answerOf(response: NestResponse): HttpResponse {
  const { raw } = response;
  if (raw === undefined) return response as unknown as ServerResponse;
  return {
    get statusCode() {
      return raw.statusCode;
    },
    get writableFinished() {
      return raw.writableFinished;
    },
    getHeader: (name) => response.getHeader(name) ?? raw.getHeader(name),
    prependListener: (event, listener) => raw.prependListener(event, listener),
  };
}

/** What a GraphQL server hands to resolvers: Apollo's, or Mercurius'. */
interface GraphqlContext {
  readonly req?: NestRequest & { readonly res?: NestResponse };
  readonly res?: NestResponse;
  readonly reply?: NestResponse & { readonly request?: NestRequest };
}

/** The HTTP request that a guard stands in, GraphQL's too; undefined where it is none: sockets, messages. */
export function partsOfContext(context: ExecutionContext): NestParts | undefined {
  const [request, response] = messagesOf(context);
  const isHttp = typeof request?.headers === 'object' && response !== undefined;
  return isHttp ? partsOf(request, response) : undefined;
}

function messagesOf(
  context: ExecutionContext,
): readonly [request: NestRequest | undefined, response: NestResponse | undefined] {
  switch (context.getType<'http' | 'graphql' | 'ws' | 'rpc'>()) {
    case 'http':
      return [context.getArgByIndex<NestRequest>(0), context.getArgByIndex<NestResponse>(1)];
    case 'graphql': {
      const { req, res, reply } = context.getArgByIndex<GraphqlContext | undefined>(2) ?? {};
      return [req ?? reply?.request, res ?? req?.res ?? reply];
    }
    default:
      return [undefined, undefined];
  }
}
