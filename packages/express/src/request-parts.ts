import type { ServerResponse } from 'node:http';
import { identityOf, type HttpParts } from '@authmeter/core';
import type { ExpressRequest } from './middleware';

/** Express' request and response in the words of core. */
export function partsOf(
  request: ExpressRequest,
  response: ServerResponse,
): HttpParts<ExpressRequest, ServerResponse> {
  return {
    request,
    response,
    message: request,
    answer: response,
    identity: () => identityOf(request.auth, request.user),
  };
}
