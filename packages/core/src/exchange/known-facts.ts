import type { AuthMethodName, RefreshTokenFacts, TokenFacts } from '../model/facts';
import type { VerdictFacts } from './exchange-facts';

/**
 * What is known of an exchange: who, where and with what. One object for its life, because a request learns several
 * times, and copies are what an observation of it would cost most.
 */
export class KnownFacts implements VerdictFacts {
  method: AuthMethodName | undefined;
  token: TokenFacts | undefined;
  refreshToken: RefreshTokenFacts | undefined;
  sourceAddress: string | undefined;
  accountId: string | undefined;
  sessionId: string | undefined;
  route: string | undefined;

  /** Takes over what is said; what nobody says stays. */
  correct(said: VerdictFacts | undefined): void {
    if (said === undefined) return;
    this.method = said.method ?? this.method;
    this.token = said.token ?? this.token;
    this.refreshToken = said.refreshToken ?? this.refreshToken;
    this.sourceAddress = said.sourceAddress ?? this.sourceAddress;
    this.accountId = said.accountId ?? this.accountId;
    this.sessionId = said.sessionId ?? this.sessionId;
    this.route = said.route ?? this.route;
  }

  /** Adds what is said; what is known already stays. */
  learn(said: VerdictFacts | undefined): void {
    if (said === undefined) return;
    this.method ??= said.method;
    this.token ??= said.token;
    this.refreshToken ??= said.refreshToken;
    this.sourceAddress ??= said.sourceAddress;
    this.accountId ??= said.accountId;
    this.sessionId ??= said.sessionId;
    this.route ??= said.route;
  }
}
