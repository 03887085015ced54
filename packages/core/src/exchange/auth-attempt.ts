import type { AuthErrorType } from '../conventions';
import type { FailureHints } from '../model/facts';
import type { AuthExchange } from './auth-exchange';
import { refusalOfStatus } from './cause-of-status';
import type { VerdictFacts } from './exchange-facts';

/**
 * One authentication attempt that ends once: the first call wins, the rest do nothing. Inside a request under
 * observation its verdict is left there and counted with the request; otherwise it is counted at once.
 */
export interface AuthAttempt {
  /** The caller was accepted. Never throws. */
  succeed(facts?: VerdictFacts): void;
  /** The caller was refused, or could not be judged, because of this error. Never throws. */
  fail(error: unknown, facts?: VerdictFacts & { readonly hints?: FailureHints }): void;
  /** The caller was refused for a cause that is known already. Never throws. */
  failAs(errorType: AuthErrorType, facts?: VerdictFacts): void;
  /** Nobody spoke: the response's status decides. Never throws. */
  settleFromStatus(status: number, hints?: FailureHints): void;
  /** It was no attempt after all. */
  abandon(): void;
}

/**
 * @param exchange Where the verdict is left.
 * @param isOwner Whether the attempt is all that the exchange observes, so that its verdict ends it.
 */
export function createAttempt(exchange: AuthExchange, isOwner: boolean): AuthAttempt {
  let isOver = false;
  const once = (leave: () => void): void => {
    if (isOver) return;
    isOver = true;
    leave();
    if (isOwner) exchange.end({});
  };
  return {
    succeed: (facts) => {
      once(() => {
        exchange.accept(facts);
      });
    },
    fail: (error, { hints, ...facts } = {}) => {
      once(() => {
        exchange.refuse(hints === undefined ? { error } : { error, hints }, facts);
      });
    },
    failAs: (errorType, facts) => {
      once(() => {
        exchange.refuse({ errorType }, facts);
      });
    },
    settleFromStatus: (status, hints = {}) => {
      once(() => {
        const refusal = refusalOfStatus(status, hints);
        if (isOwner) exchange.end({ ...hints, status, hints: { ...hints, status } });
        else if (refusal === 'unknown') exchange.refuse({ hints: { ...hints, status } });
        else if (refusal !== undefined) exchange.refuse({ errorType: refusal });
      });
    },
    abandon: () => {
      if (isOver) return;
      isOver = true;
      if (isOwner) exchange.abandon();
    },
  };
}
