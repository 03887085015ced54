import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthExchange } from './auth-exchange';
import { shared } from '../shared';
import { exchangeOf, isObserved } from './observed-requests';

/** A request that is not observed yet: its exchange is opened when the first auth layer speaks in it. */
export interface PendingExchange {
  /** Identifies the request. */
  readonly request: object;
  /** Opens its exchange; undefined where the request is not observed, or is over. */
  open(): AuthExchange | undefined;
}

const storage = shared('exchanges', () => new AsyncLocalStorage<AuthExchange | PendingExchange>());

/**
 * The exchange in progress: that of the request where one is given, or else that of the async context. Body
 * parsers and sockets can lose the context, a request is never lost.
 */
export function exchangeInProgress(request?: object): AuthExchange | undefined {
  return findExchange(request, storage.getStore());
}

/** Whether there is no exchange here, and none that could be opened. What is cheapest to know. */
export function isOutsideRequests(request?: object): boolean {
  return request === undefined && storage.getStore() === undefined;
}

/**
 * The exchange in progress for a layer that has something to say: in a request that nobody observes yet, it is
 * opened now. A request that was settled is not opened again.
 */
export function exchangeToSpeakIn(request?: object): AuthExchange | undefined {
  const stored = storage.getStore();
  // Most often asked where there is no request at all: for every token that is verified.
  if (stored === undefined && request === undefined) return undefined;
  return findExchange(request, stored) ?? openPending(stored);
}

/**
 * Remembers the exchange in progress for a layer that will have something to say, perhaps in the context of another
 * request; nothing is opened before it speaks.
 */
export function rememberExchange(request?: object): () => AuthExchange | undefined {
  const entered = exchangeInProgress(request);
  const stored = storage.getStore();
  return () =>
    findOpen(entered ?? (isPending(stored) ? exchangeOf(stored.request) : undefined)) ??
    openPending(stored);
}

function openPending(stored: AuthExchange | PendingExchange | undefined): AuthExchange | undefined {
  return isPending(stored) && !isObserved(stored.request) ? stored.open() : undefined;
}

function findExchange(
  request: object | undefined,
  stored: AuthExchange | PendingExchange | undefined,
): AuthExchange | undefined {
  const exchange = request && exchangeOf(request);
  return findOpen(exchange ?? (isPending(stored) ? exchangeOf(stored.request) : stored));
}

/** Not by its class: another copy of this package may have stored it. */
function isPending(stored: AuthExchange | PendingExchange | undefined): stored is PendingExchange {
  return stored !== undefined && 'open' in stored;
}

/**
 * The exchange, or the innermost around it that has not ended: work that outlives its operation belongs to what is
 * around it; outliving that too, it stands for itself.
 */
export function findOpen(exchange: AuthExchange | undefined): AuthExchange | undefined {
  let found = exchange;
  while (found?.isEnded === true) found = found.parent;
  return found;
}

/** Runs a function, and everything it starts, inside the exchange. Returns and throws what it does. */
export function runInExchange<Result>(exchange: AuthExchange, run: () => Result): Result {
  // Layers of one request run inside each other: the context is entered once.
  return storage.getStore() === exchange ? run() : storage.run(exchange, run);
}

/** Runs a function, and everything it starts, inside a request that is observed once an auth layer speaks. */
export function runInRequest<Result>(pending: PendingExchange, run: () => Result): Result {
  return storage.run(pending, run);
}
