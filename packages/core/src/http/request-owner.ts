import type { AuthMeter } from '../auth-meter';
import type { AuthExchange } from '../exchange/auth-exchange';
import { FIRST_ERROR_STATUS } from '../exchange/cause-of-status';
import type { Judgement, VerdictFacts } from '../exchange/exchange-facts';
import type { ExchangeOwner } from '../exchange/exchange-owner';
import { presentsCredential, readCredential, type Credential } from './credential';
import type { HttpRequest, HttpResponse } from './http-messages';
import type { HttpAuthSettings } from './http-options';
import type { HttpParts } from './http-parts';
import { identify } from './identify';
import type { MatchedOperation } from './operation-table';

const UNAUTHORIZED = 401;

/** Whoever settles a request: the adapter that opened it, or one that came after what nobody vouched for. */
export class RequestOwner<Request, Response> implements ExchangeOwner {
  constructor(
    private readonly meter: AuthMeter,
    private readonly exchange: AuthExchange,
    readonly settings: HttpAuthSettings<Request, Response>,
    private readonly parts: HttpParts<Request, Response>,
    private readonly operation: MatchedOperation<Request, Response> | undefined,
  ) {}

  settle(): void {
    this.meter.guard('adapter', () => {
      const { exchange, settings } = this;
      const { message, answer } = this.parts;
      const status = answer.statusCode;
      const credential = this.credential(status);
      const identity = this.identity();
      this.hearProvider(message);
      const { credentialPresent, credentialMalformed } = credential;
      if (isOrdinary(exchange)) {
        exchange.facts.method ??=
          exchange.layers.method ??
          identity?.method ??
          credential.method ??
          exchange.check?.method ??
          settings.method;
      }
      exchange.end({
        status,
        isComplete: answer.writableFinished,
        credentialPresent,
        credentialMalformed,
        isProtected: settings.isProtected,
        isIdentified: identity !== undefined,
        facts: identity,
        hints: { status, credentialPresent, wwwAuthenticate: challengeOf(status, answer) },
        judgement: this.judgement(),
      });
    });
  }

  /** What the request presented. It is looked into only where somebody asks what is in it. */
  private credential(status: number): Credential {
    const { exchange, settings } = this;
    const isAsked =
      status === UNAUTHORIZED || (exchange.facts.method ?? exchange.layers.method) === undefined;
    const { message } = this.parts;
    if (isAsked) return readCredential(message, settings);
    const credentialPresent = presentsCredential(message, settings);
    return { credentialPresent, credentialMalformed: false, method: undefined };
  }

  /** Whom the host served. What an accepting layer said is all that the usual places could say again. */
  private identity(): VerdictFacts | undefined {
    const { facts, verdict } = this.exchange;
    const isKnown = facts.accountId !== undefined && facts.token !== undefined;
    return isKnown && verdict === 'accepted' && this.settings.identify === undefined
      ? facts
      : identify(this.meter, this.settings, this.parts);
  }

  private judgement(): Judgement | undefined {
    const judge = this.operation?.outcome;
    if (judge === undefined) return undefined;
    const { request, response } = this.parts;
    return this.meter.guard('adapter', () => judge(request, response));
  }

  /** An identity provider that sent the user back with an error has refused. */
  private hearProvider(message: HttpRequest): void {
    if (this.operation?.operation !== 'oauth_callback') return;
    const error = providerRefusal(message);
    if (error !== undefined && this.exchange.verdict === undefined) {
      this.exchange.refuse({ error: { error } });
    }
  }
}

/** A declared operation is not told by a token that came along. */
function isOrdinary({ declared }: AuthExchange): boolean {
  return declared === undefined || declared.operation === 'authenticate';
}

function challengeOf(status: number, answer: HttpResponse): string | undefined {
  if (status < FIRST_ERROR_STATUS) return undefined;
  const challenge = answer.getHeader('www-authenticate');
  return typeof challenge === 'string' ? challenge : undefined;
}

/** The OAuth error with which an identity provider sent the user back. Source: RFC 6749, section 4.1.2.1. */
function providerRefusal({ originalUrl, url }: HttpRequest): string | undefined {
  const whole = originalUrl ?? url ?? '';
  const query = whole.indexOf('?');
  if (query === -1) return undefined;
  return new URLSearchParams(whole.slice(query + 1)).get('error') ?? undefined;
}
