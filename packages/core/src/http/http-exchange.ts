import type { AuthMeter } from '../auth-meter';
import type { AuthExchange } from '../exchange/auth-exchange';
import { clientAddress } from '../privacy/client-address';
import { pathOf, type HttpRequest } from './http-messages';
import type { HttpAuthSettings } from './http-options';
import type { HttpParts } from './http-parts';
import { RequestOwner } from './request-owner';

/** A request under observation, with the settings of whoever opened it. */
export interface OpenedHttpExchange<Request, Response> {
  readonly exchange: AuthExchange;
  readonly settings: HttpAuthSettings<Request, Response>;
}

/**
 * Opens the observation of a request, or joins the one that another layer opened; it is settled once, when the
 * response ends. A preflight is no attempt and is not observed: undefined.
 */
export function openHttpExchange<Request, Response>(
  meter: AuthMeter,
  settings: HttpAuthSettings<Request, Response>,
  parts: HttpParts<Request, Response>,
): OpenedHttpExchange<Request, Response> | undefined {
  const { message, answer, key = message } = parts;
  if (message.method === 'OPTIONS') return undefined;
  return meter.guard('adapter', () => {
    const { exchange, isOwner } = meter.openExchange(key);
    const operation = settings.operationOf(message.method ?? 'GET', pathOf(message));
    if (operation !== undefined) {
      exchange.declare(operation);
      exchange.facts.route ??= operation.route;
    }
    if (isOwner || takesOver(settings, exchange)) {
      learnSource(exchange, settings, message);
      exchange.owner = new RequestOwner(meter, exchange, settings, parts, operation);
    }
    if (isOwner) {
      // In front of whoever ends the span of the request.
      answer.prependListener('close', () => exchange.owner?.settle());
    }
    const { owner } = exchange;
    // One of another copy of this package keeps its settings to itself.
    const isOurs = owner instanceof RequestOwner;
    return { exchange, settings: isOurs ? (owner.settings as typeof settings) : settings };
  });
}

/** An adapter knows better than what observes requests of which nobody said anything. */
function takesOver(
  { isProtected }: { readonly isProtected: boolean },
  { owner }: AuthExchange,
): boolean {
  return isProtected && owner instanceof RequestOwner && !owner.settings.isProtected;
}

/** The socket forgets its peer when it is destroyed, so the address is read at once. */
function learnSource<Request, Response>(
  exchange: AuthExchange,
  { trustedHops, addressHeader }: HttpAuthSettings<Request, Response>,
  { socket, headers }: HttpRequest,
): void {
  const source = { remoteAddress: socket?.remoteAddress, headers };
  const address = clientAddress(source, { trustedHops, header: addressHeader });
  if (address !== undefined) exchange.facts.sourceAddress = address;
}
