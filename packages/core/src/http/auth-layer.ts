import { categorizeAuthError } from '../classify/categorize-auth-error';
import type { VerdictFacts } from '../exchange/exchange-facts';
import { recordInside } from '../exchange/record-inside';
import { readCredential } from './credential';
import type { HttpRequest } from './http-messages';
import type { OpenedHttpExchange } from './http-exchange';

/**
 * One wrapped auth middleware or guard in a request: it lets the caller pass, refuses, or answers by itself.
 * Only its first word counts.
 */
export interface AuthLayer {
  /**
   * It let the request pass. That accepts the caller if it is known who that is or a credential was presented;
   * otherwise somebody is served as a guest, which is no attempt.
   */
  readonly pass: (identity: VerdictFacts | undefined) => void;
  /** It stood aside for another route: that accepts the caller only if it is known who that is. */
  readonly standAside: (identity: VerdictFacts | undefined) => void;
  /**
   * It let the request pass although it could not verify the token that came along: that is a failed validation,
   * and somebody is served as a guest. Where no token came, it is nothing.
   */
  readonly tolerate: (error: unknown) => void;
  /** It threw, rejected, or passed an error on. */
  readonly refuse: (error: unknown) => void;
}

/** How a layer is observed. */
export interface AuthLayerOptions {
  /** What this layer authenticates with; otherwise what the request shows. */
  readonly method: string | undefined;
  /** Whether the layer also lets callers pass whom it does not know. */
  readonly isOptional: boolean;
}

/** Enters a layer; until it speaks, an answer is taken for its own. */
export function enterLayer<Request, Response>(
  { exchange, settings }: OpenedHttpExchange<Request, Response>,
  message: HttpRequest,
  { method, isOptional }: AuthLayerOptions,
): AuthLayer {
  let hasSpoken = false;
  const leave = exchange.enterLayer(method);
  const once = (speak: () => void): void => {
    if (hasSpoken) return;
    hasSpoken = true;
    leave();
    speak();
  };
  const facts = method === undefined ? {} : { method };
  return {
    pass: (identity) => {
      once(() => {
        const isKnown = identity !== undefined;
        const presented =
          !isOptional &&
          exchange.innerFailure === undefined &&
          readCredential(message, settings).credentialPresent;
        if (isKnown || presented) exchange.accept({ ...facts, ...identity });
        else exchange.isGuest = true;
      });
    },
    standAside: (identity) => {
      once(() => {
        if (identity !== undefined) exchange.accept({ ...facts, ...identity });
      });
    },
    tolerate: (error) => {
      once(() => {
        exchange.isGuest = true;
        // Whoever verified the token may have told it already: an observed or a patched library.
        if (exchange.sawValidation) return;
        const { credentialPresent } = readCredential(message, settings);
        if (!credentialPresent || isAboutNothing(error)) return;
        const refused = { kind: 'token_validation', outcome: 'failure', error } as const;
        recordInside(exchange, refused, exchange.recorder);
      });
    },
    refuse: (error) => {
      once(() => {
        exchange.refuse({ error }, facts);
      });
    },
  };
}

/** A verifier that is called with nothing complains too. */
function isAboutNothing(error: unknown): boolean {
  return categorizeAuthError(error).errorType === 'missing_auth';
}
