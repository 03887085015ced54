import type { AuthMeter } from '../auth-meter';
import type { AuthExchange } from '../exchange/auth-exchange';
import type { PendingExchange } from '../exchange/in-progress';
import { isObserved } from '../exchange/observed-requests';
import { readCredential } from './credential';
import { openHttpExchange } from './http-exchange';
import { pathOf, type HttpRequest, type HttpResponse } from './http-messages';
import type { HttpAuthSettings } from './http-options';
import type { HttpParts } from './http-parts';
import { identityOf } from './identity';

const UNAUTHORIZED = 401;

/** Node's request, with what auth libraries leave on it. */
type NodeRequest = HttpRequest & object & { readonly auth?: unknown; readonly user?: unknown };

/** Servers on which an auth layer has spoken since the start. */
const guardedServers = new WeakSet();

/**
 * An HTTP request of which nobody knows yet whether it is about authentication. It costs next to nothing until an
 * auth layer speaks; then its observation is opened and settled like that of an adapter.
 */
export class PendingHttpExchange<
  Request extends NodeRequest,
  Response extends HttpResponse,
> implements PendingExchange {
  constructor(
    private readonly meter: AuthMeter,
    private readonly settings: HttpAuthSettings<Request, Response>,
    readonly request: Request,
    readonly response: Response,
    private readonly server: object,
  ) {}

  open(): AuthExchange | undefined {
    // Nothing would settle it any more.
    if (this.response.closed === true) return undefined;
    guardedServers.add(this.server);
    return openHttpExchange(this.meter, this.settings, this.parts)?.exchange;
  }

  /** Opens the observation of a request to a route of which the host said what it does. */
  openDeclared(): void {
    const { method = 'GET' } = this.request;
    if (this.settings.operationOf(method, pathOf(this.request)) !== undefined) this.open();
  }

  /** The messages in the words of core. */
  get parts(): HttpParts<Request, Response> {
    const { request, response } = this;
    return {
      request,
      response,
      message: request,
      answer: response,
      identity: () => identityOf(request.auth, request.user),
    };
  }

  /**
   * Opens the observation of a request that was refused with 401 although no auth layer spoke, where others have
   * spoken on the same server: it presented nothing that they could have verified. A credential that none of them
   * looked at is checked by the host's own means, whose successes nobody sees.
   */
  openRefusal(): void {
    if (this.response.statusCode !== UNAUTHORIZED || isObserved(this.request)) return;
    if (!guardedServers.has(this.server)) return;
    const { credentialPresent, credentialMalformed } = readCredential(this.request, this.settings);
    if (!credentialPresent || credentialMalformed) this.open();
  }
}
