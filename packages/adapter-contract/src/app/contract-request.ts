import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContractRequest } from './contract-route';

/** What the steps of a route see of Node's request and response, which every framework has underneath. */
export function contractRequest(
  { headers }: IncomingMessage,
  answer: ServerResponse,
): ContractRequest {
  return {
    headers,
    get closed() {
      return new Promise<void>((resolve) => {
        answer.once('close', resolve);
      });
    },
  };
}
