import type { EndCause, GrantType, KeyLookupResult, TokenType } from '../conventions';
import type {
  AuthMethodName,
  RefreshTokenFacts,
  SubjectFacts,
  TokenFacts,
  Verdict,
  Timed,
} from './facts';

/** The verification of one token outside any attempt, or inside one, to which it then gives its reason. */
export interface TokenValidationObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'token_validation';
  /** Default `access`. */
  readonly tokenType?: TokenType | (string & {}) | undefined;
  /** What the token says of its life: an attempt that it belongs to has it from here, unless it knows better. */
  readonly token?: TokenFacts | undefined;
}

/** An accepted token, told by itself: its age and what is left of its life. */
export interface TokenUseObservation {
  readonly kind: 'token_use';
  readonly method?: AuthMethodName | undefined;
  readonly token: TokenFacts;
}

export interface TokenIssuanceObservation extends SubjectFacts {
  readonly kind: 'token_issuance';
  readonly tokenType?: TokenType | (string & {}) | undefined;
  readonly grantType?: GrantType | (string & {}) | undefined;
}

export interface TokenRefreshObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'token_refresh';
  /** The rotating refresh token that was presented. Absent: not known, or it may be used again. */
  readonly refreshToken?: RefreshTokenFacts | undefined;
}

export interface TokenRevocationObservation extends SubjectFacts {
  readonly kind: 'token_revocation';
  readonly tokenType?: TokenType | (string & {}) | undefined;
  /** Default `other`. */
  readonly cause?: EndCause | undefined;
}

export interface SessionObservation extends SubjectFacts, Timed {
  readonly kind: 'session';
  readonly change: 'started' | 'ended';
  readonly method?: AuthMethodName | undefined;
  /** Why it ended; default `other`. Without meaning for a start. */
  readonly cause?: EndCause | undefined;
}

export interface KeyLookupObservation {
  readonly kind: 'key_lookup';
  readonly result: KeyLookupResult;
}
