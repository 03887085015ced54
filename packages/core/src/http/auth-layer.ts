import { categorizeAuthError } from '../classify/categorize-auth-error';
import type { AuthExchange } from '../exchange/auth-exchange';
import type { VerdictFacts } from '../exchange/exchange-facts';
import { recordInside } from '../exchange/record-inside';
import { presentsCredential, type CredentialPlaces } from './credential';
import type { OpenedHttpExchange } from './http-exchange';
import type { HttpRequest } from './http-messages';

/** How a layer is observed. */
export interface AuthLayerOptions {
  /** What this layer authenticates with; otherwise what the request shows. */
  readonly method: string | undefined;
  /** Whether the layer also lets callers pass whom it does not know. */
  readonly isOptional: boolean;
}

/**
 * One wrapped auth middleware or guard in a request: it lets the caller pass, refuses, or answers by itself.
 * Only its first word counts; until it speaks, an answer is taken for its own.
 */
export class AuthLayer {
  private readonly exchange: AuthExchange;
  private readonly places: CredentialPlaces;
  private hasSpoken = false;

  constructor(
    { exchange, settings }: OpenedHttpExchange<never, never>,
    private readonly message: HttpRequest,
    private readonly options: AuthLayerOptions,
  ) {
    this.exchange = exchange;
    this.places = settings;
    exchange.layers.enter(options.method);
  }

  /**
   * It let the request pass. That accepts the caller if it is known who that is or a credential was presented;
   * otherwise somebody is served as a guest, which is no attempt.
   *
   * @param identity Whom it let pass, where that is known.
   */
  pass(identity: VerdictFacts | undefined): void {
    if (!this.speak()) return;
    if (identity !== undefined || this.isPresented()) {
      this.exchange.accept(identity, this.options.method);
    } else this.exchange.isGuest = true;
  }

  /** It stood aside for another route: that accepts the caller only if it is known who that is. */
  standAside(identity: VerdictFacts | undefined): void {
    if (this.speak() && identity !== undefined) {
      this.exchange.accept(identity, this.options.method);
    }
  }

  /**
   * It let the request pass although it could not verify the token that came along: that is a failed validation,
   * and somebody is served as a guest. Where no token came, it is nothing.
   */
  tolerate(error: unknown): void {
    if (!this.speak()) return;
    const { exchange } = this;
    exchange.isGuest = true;
    // Whoever verified the token may have told it already: an observed or a patched library.
    if (exchange.sawValidation || !presentsCredential(this.message, this.places)) return;
    if (isAboutNothing(error)) return;
    const refused = { kind: 'token_validation', outcome: 'failure', error } as const;
    recordInside(exchange, refused, exchange.recorder);
  }

  /** It threw, rejected, or passed an error on. */
  refuse(error: unknown): void {
    if (this.speak()) this.exchange.refuse({ error }, { method: this.options.method });
  }

  /** Whether this is its first word; then it has the word no longer. */
  private speak(): boolean {
    if (this.hasSpoken) return false;
    this.hasSpoken = true;
    this.exchange.layers.leave();
    return true;
  }

  private isPresented(): boolean {
    return (
      !this.options.isOptional &&
      this.exchange.innerFailure === undefined &&
      presentsCredential(this.message, this.places)
    );
  }
}

/** A verifier that is called with nothing complains too. */
function isAboutNothing(error: unknown): boolean {
  return categorizeAuthError(error).errorType === 'missing_auth';
}
