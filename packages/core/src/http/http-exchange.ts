import type { AuthMeter } from '../auth-meter';
import type { AuthExchange } from '../exchange/auth-exchange';
import type { ExchangeEnding, Judgement, VerdictFacts } from '../exchange/exchange-facts';
import type { AuthMethodName } from '../model/facts';
import { clientAddress } from '../privacy/client-address';
import { readCredential } from './credential';
import { pathOf, type HttpRequest, type HttpResponse } from './http-messages';
import type { HttpAuthSettings } from './http-options';
import type { MatchedOperation } from './operation-table';

/** What an adapter adds to the plain HTTP messages. */
export interface HttpParts<Request, Response> {
  /** The framework's own request and response, as the host's callbacks receive them. */
  readonly request: Request;
  readonly response: Response;
  /** What is read of the request. */
  readonly message: HttpRequest & object;
  /** Node's request, which identifies the exchange. Default: `message`. */
  readonly key?: object;
  /** Node's response, whose end settles the exchange. */
  readonly answer: HttpResponse;
  /** Whom the framework's auth libraries say was served. */
  readonly identity: () => VerdictFacts | undefined;
}

/** A request under observation, with the settings of whoever opened it. */
export interface OpenedHttpExchange<Request, Response> {
  readonly exchange: AuthExchange;
  readonly settings: HttpAuthSettings<Request, Response>;
}

/** Whoever settles a request: the one that opened it, or an adapter that came after what nobody vouched for. */
interface Owner {
  readonly settings: HttpAuthSettings<unknown, unknown>;
  readonly parts: HttpParts<unknown, unknown>;
  readonly operation: MatchedOperation<unknown, unknown> | undefined;
}

const ownerOf = new WeakMap<AuthExchange, Owner>();

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
      exchange.learn({ route: operation.route });
    }
    if (isOwner || takesOver(settings, ownerOf.get(exchange))) {
      learnSource(exchange, settings, message);
      ownerOf.set(exchange, { settings, parts, operation } as unknown as Owner);
    }
    if (isOwner) {
      // In front of whoever ends the span of the request.
      answer.prependOnceListener('close', () => {
        meter.guard('adapter', () => {
          const last = ownerOf.get(exchange);
          if (last !== undefined) settle(meter, exchange, last);
        });
      });
    }
    const current = ownerOf.get(exchange)?.settings as typeof settings | undefined;
    return { exchange, settings: current ?? settings };
  });
}

/** An adapter knows better than what observes requests of which nobody said anything. */
function takesOver(
  { isProtected }: { readonly isProtected: boolean },
  owner: Owner | undefined,
): boolean {
  return isProtected && owner?.settings.isProtected === false;
}

/** The socket forgets its peer when it is destroyed, so the address is read at once. */
function learnSource<Request, Response>(
  exchange: AuthExchange,
  { trustedHops, addressHeader }: HttpAuthSettings<Request, Response>,
  { socket, headers }: HttpRequest,
): void {
  const source = { remoteAddress: socket?.remoteAddress, headers };
  const address = clientAddress(source, { trustedHops, header: addressHeader });
  if (address !== undefined) exchange.facts = { ...exchange.facts, sourceAddress: address };
}

function settle(
  meter: AuthMeter,
  exchange: AuthExchange,
  { settings, parts, operation }: Owner,
): void {
  const { message, answer, request, response } = parts;
  const credential = readCredential(message, settings);
  const identity = identify(meter, settings, parts);
  const refusedByProvider = operation?.operation === 'oauth_callback' && providerRefusal(message);
  if (typeof refusedByProvider === 'string' && exchange.verdict === undefined) {
    exchange.refuse({ error: { error: refusedByProvider } });
  }
  const judge = operation?.outcome;
  const judgement: Judgement | undefined =
    judge && meter.guard('adapter', () => judge(request, response));
  const { credentialPresent, credentialMalformed } = credential;
  const challenge = answer.getHeader('www-authenticate');
  const ending: ExchangeEnding = {
    status: answer.statusCode,
    isComplete: answer.writableFinished,
    credentialPresent,
    credentialMalformed,
    isProtected: settings.isProtected,
    isIdentified: identity !== undefined,
    facts: { ...methodOf(exchange, credential.method, settings.method), ...identity },
    hints: {
      status: answer.statusCode,
      credentialPresent,
      ...(typeof challenge === 'string' ? { wwwAuthenticate: challenge } : {}),
    },
    ...(judgement === undefined ? {} : { judgement }),
  };
  exchange.end(ending);
}

/**
 * What the request shows is how it authenticates, or else what was checked; a declared operation is not told by a
 * token that came along.
 */
function methodOf(
  { declared, check }: AuthExchange,
  shown: AuthMethodName | undefined,
  usual: AuthMethodName,
): VerdictFacts {
  const isOrdinary = declared === undefined || declared.operation === 'authenticate';
  return isOrdinary ? { method: shown ?? check?.method ?? usual } : {};
}

/** Whom the host says it served; its own callback outranks the usual places. */
export function identify<Request, Response>(
  meter: AuthMeter,
  { identify: ask }: HttpAuthSettings<Request, Response>,
  { request, identity }: HttpParts<Request, Response>,
): VerdictFacts | undefined {
  return (ask && meter.guard('adapter', () => ask(request))) ?? meter.guard('adapter', identity);
}

/** The OAuth error with which an identity provider sent the user back. Source: RFC 6749, section 4.1.2.1. */
function providerRefusal({ originalUrl, url }: HttpRequest): string | undefined {
  const whole = originalUrl ?? url ?? '';
  const query = whole.indexOf('?');
  if (query === -1) return undefined;
  return new URLSearchParams(whole.slice(query + 1)).get('error') ?? undefined;
}
