import type {
  AuthErrorType,
  AuthOperation,
  AuthOutcome,
  EndCause,
  GrantType,
  MfaFactor,
  PasswordResetEvent,
  TokenType,
} from '../conventions';
import type {
  AuthMethodName,
  FailureHints,
  RefreshTokenFacts,
  SubjectFacts,
  TokenFacts,
  Verdict,
} from '../model/facts';

/** What an auth layer knows when it accepts or refuses. */
export interface VerdictFacts extends SubjectFacts {
  readonly method?: AuthMethodName | undefined;
  readonly token?: TokenFacts | undefined;
  /** For a refresh: the rotating token that was presented. */
  readonly refreshToken?: RefreshTokenFacts | undefined;
}

/** What an operation says about itself beyond its name. */
export interface OperationDetails {
  readonly method?: AuthMethodName | undefined;
  /** For OAuth: one of the option `providers`. */
  readonly provider?: string | undefined;
  /** For `mfa_verify`. */
  readonly factor?: MfaFactor | (string & {}) | undefined;
  /** For `password_reset`: what a success means; default `requested`. */
  readonly event?: PasswordResetEvent | undefined;
  /** For `authorize`: one of the option `policies`. */
  readonly policy?: string | undefined;
  /** For `token_validate`, `token_issue` and `token_revoke`: what kind of token. */
  readonly tokenType?: TokenType | (string & {}) | undefined;
  /** For `token_issue`: by which OAuth grant. */
  readonly grantType?: GrantType | (string & {}) | undefined;
  /** For `logout` and `token_revoke`: why. */
  readonly cause?: EndCause | undefined;
}

/** An operation that the host declared: it outranks what a status would say. */
export interface DeclaredOperation extends OperationDetails {
  readonly operation: AuthOperation;
}

/** What only the host can tell of an ending: a plain outcome, or a failure with its cause. */
export type Judgement =
  | AuthOutcome
  | {
      readonly outcome: AuthOutcome;
      readonly error?: unknown;
      readonly errorType?: AuthErrorType | undefined;
    };

/** A judgement in its long form. */
export function verdictOf(judgement: Judgement): Verdict {
  return typeof judgement === 'string' ? { outcome: judgement } : judgement;
}

/** How a request or a call ended. */
export interface ExchangeEnding {
  /** The response's status; absent outside HTTP. */
  readonly status?: number | undefined;
  /** False when the client left before the answer was complete. Default true. */
  readonly isComplete?: boolean | undefined;
  /** Whether the request carried a credential, of any kind. */
  readonly credentialPresent?: boolean | undefined;
  /** Whether that credential cannot even be read. */
  readonly credentialMalformed?: boolean | undefined;
  /** Whether somebody vouches that requests are protected: then being served accepts a credential. Default true. */
  readonly isProtected?: boolean | undefined;
  /** Whether the host knew whom it served when it answered. */
  readonly isIdentified?: boolean | undefined;
  /** The host's own judgement on a declared operation; outranks everything. */
  readonly judgement?: Judgement | undefined;
  readonly facts?: VerdictFacts | undefined;
  readonly hints?: FailureHints | undefined;
}
