import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthExchange } from './auth-exchange';

/** Where exchanges in progress are found: over the async context, and by their request. */
interface ExchangeRegistry {
  readonly storage: AsyncLocalStorage<AuthExchange>;
  readonly byRequest: WeakMap<object, AuthExchange>;
}

/** Shared by every copy of this package in the process, or two copies would count one attempt twice. */
const REGISTRY_KEY = Symbol.for('authmeter.exchanges.v1');

function registry(): ExchangeRegistry {
  const shared = globalThis as { [REGISTRY_KEY]?: ExchangeRegistry };
  shared[REGISTRY_KEY] ??= { storage: new AsyncLocalStorage(), byRequest: new WeakMap() };
  return shared[REGISTRY_KEY];
}

const { storage, byRequest } = registry();

/**
 * The exchange in progress: that of the request where one is given, or else that of the async context. Body
 * parsers and sockets can lose the context, a request is never lost.
 */
export function exchangeInProgress(request?: object): AuthExchange | undefined {
  return findOpen((request && byRequest.get(request)) ?? storage.getStore());
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

/** Lets the exchange be found by its request. */
export function attachExchange(request: object, exchange: AuthExchange): void {
  byRequest.set(request, exchange);
}

/** Runs a function, and everything it starts, inside the exchange. Returns and throws what it does. */
export function runInExchange<Result>(exchange: AuthExchange, run: () => Result): Result {
  return storage.run(exchange, run);
}
