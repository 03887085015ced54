import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  contractRequest,
  type ContractAnswer,
  type ContractRequest,
} from '@authmeter/adapter-contract';
import type { ExecutionContext } from '@nestjs/common';

/** What the tests use of a response; that of Express and that of Fastify have this shape. */
export interface TestResponse {
  readonly raw?: ServerResponse;
  status(code: number): this;
  header(name: string, value: string): this;
  send(): unknown;
}

/** The contract's request out of a platform's messages. */
export function contractRequestOf(request: object, response: TestResponse): ContractRequest {
  const { raw = request } = request as { raw?: object };
  return contractRequest(
    raw as IncomingMessage,
    response.raw ?? (response as unknown as ServerResponse),
  );
}

/** The contract's request that a guard stands in. */
export function contractRequestIn(context: ExecutionContext): ContractRequest {
  const http = context.switchToHttp();
  return contractRequestOf(http.getRequest(), http.getResponse());
}

/** Answers, unless the client has left. */
export function send(response: TestResponse, { status, location }: ContractAnswer): void {
  if (location !== undefined) response.header('location', location);
  response.status(status).send();
}
