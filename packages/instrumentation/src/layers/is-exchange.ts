import { readProperty } from '../patching/read-property';

/**
 * Whether these are messages of an HTTP server: a middleware may as well be called with stand-ins, on a message of a
 * socket for example, and then there is no response whose end could settle anything.
 */
export function isExchange(request: unknown, response: unknown): boolean {
  return (
    typeof readProperty(request, 'headers') === 'object' &&
    typeof readProperty(response, 'prependListener') === 'function'
  );
}
