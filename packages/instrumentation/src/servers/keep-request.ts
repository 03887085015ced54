import type { IncomingMessage } from 'node:http';
import { runInRequest, type PendingExchange } from '@authmeter/core';
import type { LibraryFunction } from '../patching/wrap-once';

/**
 * Keeps the request in the context of whoever listens to its body: the socket calls back outside of it, and a parser
 * that hands on from there would take everything behind it out of the request.
 */
export function keepRequest(request: IncomingMessage, pending: PendingExchange): void {
  if (!hasBody(request)) return;
  const emit = request.emit.bind(request) as LibraryFunction;
  Object.defineProperty(request, 'emit', {
    value: (...parameters: unknown[]) => runInRequest(pending, () => emit(...parameters)),
    configurable: true,
    writable: true,
    enumerable: false,
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
