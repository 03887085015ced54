import { shared } from '../shared';
import type { AuthExchange } from './auth-exchange';

/** Every copy of this package finds what another one has left. */
const EXCHANGE = Symbol.for('authmeter.exchange');

/** A request with its exchange on it: a weak map would cost a request several times as much. */
interface ObservedRequest {
  [EXCHANGE]?: AuthExchange;
}

/** For requests that take no property: frozen ones, and proxies that refuse it. */
const byUnwritable = shared('exchanges by request', () => new WeakMap<object, AuthExchange>());

/** Lets the exchange be found by its request. */
export function attachExchange(request: object, exchange: AuthExchange): void {
  try {
    (request as ObservedRequest)[EXCHANGE] = exchange;
  } catch {
    byUnwritable.set(request, exchange);
  }
}

/** The exchange of a request, in progress or ended; undefined where it never was under observation. */
export function exchangeOf(request: object): AuthExchange | undefined {
  return (request as ObservedRequest)[EXCHANGE] ?? byUnwritable.get(request);
}

/** Whether a request is or was under observation. */
export function isObserved(request: object): boolean {
  return exchangeOf(request) !== undefined;
}
