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

const settingsOf = new WeakMap<AuthExchange, unknown>();

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
    if (isOwner) {
      // The socket forgets its peer when it is destroyed, so the address is read now.
      const source = {
        remoteAddress: message.socket?.remoteAddress,
        headers: message.headers,
      };
      const address = clientAddress(source, {
        trustedHops: settings.trustedHops,
        header: settings.addressHeader,
      });
      if (address !== undefined) exchange.learn({ sourceAddress: address });
      answer.once('close', () => {
        meter.guard('adapter', () => {
          settle(meter, exchange, settings, parts, operation);
        });
      });
    }
    if (isOwner) settingsOf.set(exchange, settings);
    const owners = settingsOf.get(exchange) as typeof settings | undefined;
    return { exchange, settings: owners ?? settings };
  });
}

function settle<Request, Response>(
  meter: AuthMeter,
  exchange: AuthExchange,
  settings: HttpAuthSettings<Request, Response>,
  parts: HttpParts<Request, Response>,
  operation: MatchedOperation<Request, Response> | undefined,
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
    isIdentified: identity !== undefined,
    facts: { ...methodOf(exchange, credential.method ?? settings.method), ...identity },
    hints: {
      status: answer.statusCode,
      credentialPresent,
      ...(typeof challenge === 'string' ? { wwwAuthenticate: challenge } : {}),
    },
    ...(judgement === undefined ? {} : { judgement }),
  };
  exchange.end(ending);
}

/** What the request shows is how it authenticates; a declared operation is not told by a token that came along. */
function methodOf({ declared }: AuthExchange, shown: AuthMethodName): VerdictFacts {
  return declared === undefined || declared.operation === 'authenticate' ? { method: shown } : {};
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
