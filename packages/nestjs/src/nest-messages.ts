import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest } from '@authmeter/core';

/** What is read of a request; that of Express and that of Fastify have this shape. */
export interface NestRequest extends HttpRequest {
  /** Node's request, on Fastify. */
  readonly raw?: IncomingMessage;
  /** Claims, as some libraries leave them. */
  readonly auth?: unknown;
  /** The account, as passport and most others leave it. */
  readonly user?: unknown;
}

/** What is read of a response; that of Express and that of Fastify have this shape. */
export interface NestResponse {
  readonly statusCode: number;
  /** Node's response, on Fastify. */
  readonly raw?: ServerResponse;
  getHeader(name: string): number | string | readonly string[] | undefined;
}
