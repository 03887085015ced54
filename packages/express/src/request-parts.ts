import type { ServerResponse } from 'node:http';
import { identityOf, type HttpParts } from '@authmeter/core';
import type { ExpressRequest } from './middleware';

/** Express' request and response in the words of core. */
export function partsOf<Request>(
  request: ExpressRequest,
  response: ServerResponse,
): HttpParts<Request, ServerResponse> {
  return {
    // The host's types say more of the same object.
    request: request as Request,
    response,
    message: request,
    answer: response,
    identity: () => identityOf(request.auth, request.user),
  };
}
