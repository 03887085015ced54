import type {
  AuthErrorType,
  AuthOperation,
  AuthOutcome,
  Component,
  CredentialState,
  CredentialType,
  EndCause,
  GrantType,
  GuestEvent,
  HashAlgorithm,
  HashOperation,
  KeyLookupResult,
  LockoutCause,
  LockoutTransition,
  MfaFactor,
  MfaStage,
  OAuthStep,
  PasswordResetEvent,
  RateLimitResult,
  SecurityEvent,
  Severity,
  TokenType,
} from '../conventions';
import type { AuthMethodName, SubjectFacts, TokenFacts, Verdict } from './facts';

interface Timed {
  /** Seconds, non-negative; a negative value (a clock that went back) is recorded as 0, a NaN not at all. */
  readonly durationSeconds?: number;
}

/** An authentication attempt on something protected. Counts `auth.attempts`, its duration and its token's age. */
export interface AttemptObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'attempt';
  readonly method?: AuthMethodName;
  readonly token?: TokenFacts;
}

/** A login ceremony. Counts `auth.logins`, and one attempt too. */
export interface LoginObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'login';
  readonly method?: AuthMethodName;
  readonly token?: TokenFacts;
}

export interface LogoutObservation extends SubjectFacts, Timed {
  readonly kind: 'logout';
  /** Default `user`. */
  readonly cause?: EndCause;
}

export interface RegistrationObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'registration';
  readonly method?: AuthMethodName;
}

/** The verification of one token outside any attempt, or inside one, to which it then gives its reason. */
export interface TokenValidationObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'token_validation';
  /** Default `access`. */
  readonly tokenType?: TokenType | (string & {});
}

/** An accepted token, told by itself: its age and what is left of its life. */
export interface TokenUseObservation {
  readonly kind: 'token_use';
  readonly method?: AuthMethodName;
  readonly token: TokenFacts;
}

export interface TokenIssuanceObservation extends SubjectFacts {
  readonly kind: 'token_issuance';
  readonly tokenType?: TokenType | (string & {});
  readonly grantType?: GrantType | (string & {});
}

export interface TokenRefreshObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'token_refresh';
}

export interface TokenRevocationObservation extends SubjectFacts {
  readonly kind: 'token_revocation';
  readonly tokenType?: TokenType | (string & {});
  /** Default `other`. */
  readonly cause?: EndCause;
}

export interface SessionObservation extends SubjectFacts, Timed {
  readonly kind: 'session';
  readonly change: 'started' | 'ended';
  readonly method?: AuthMethodName;
  /** Why it ended; default `other`. Without meaning for a start. */
  readonly cause?: EndCause;
}

export interface OAuthStepObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'oauth_step';
  readonly step: OAuthStep;
  /** One of the option `providers`; any other is recorded as `_OTHER`. */
  readonly provider?: string;
}

export interface MfaObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'mfa_challenge';
  readonly factor: MfaFactor | (string & {});
  readonly stage: MfaStage;
}

export interface PasswordResetObservation extends SubjectFacts, Timed {
  readonly kind: 'password_reset';
  readonly event: PasswordResetEvent;
  /** The cause of `failed`, where one is known. */
  readonly error?: unknown;
  /** The precise cause; wins over `error`. */
  readonly errorType?: AuthErrorType;
}

/** A failure that no other observation counts: of issuing a token, of a logout. */
export interface ErrorObservation extends SubjectFacts {
  readonly kind: 'error';
  readonly operation: AuthOperation;
  readonly error?: unknown;
  /** The precise cause; wins over `error`. */
  readonly errorType?: AuthErrorType;
}

export interface PasswordHashObservation {
  readonly kind: 'password_hash';
  readonly algorithm: HashAlgorithm | (string & {});
  readonly operation: HashOperation;
  /** Seconds, non-negative. */
  readonly durationSeconds: number;
}

export interface GuestObservation extends SubjectFacts {
  readonly kind: 'guest';
  readonly event: GuestEvent;
}

export interface AuthorizationObservation extends Verdict, SubjectFacts {
  readonly kind: 'authorization';
  /** One of the option `policies`; any other is recorded as `_OTHER`. */
  readonly policy?: string;
}

export interface RateLimitObservation extends SubjectFacts {
  readonly kind: 'rate_limit';
  /** One of the option `limiters`; any other is recorded as `_OTHER`. */
  readonly limiter?: string;
  readonly result: RateLimitResult;
  /** Used share of the key's allowance, 0 and up. Absent: not known. */
  readonly usageRatio?: number;
}

export interface LockoutObservation extends SubjectFacts {
  readonly kind: 'lockout';
  /** Default `other`. */
  readonly cause?: LockoutCause;
  readonly transition: LockoutTransition;
}

export interface SecurityEventObservation extends SubjectFacts {
  readonly kind: 'security_event';
  readonly event: SecurityEvent;
  readonly severity: Severity;
  /** How many failed attempts are behind it. */
  readonly failedAttempts?: number;
  /** The window that they were counted in, in seconds. */
  readonly windowSeconds?: number;
  /** What was done about it, in the host's own words from a closed list. */
  readonly action?: string;
}

export interface CredentialRotationObservation {
  readonly kind: 'credential_rotation';
  readonly credentialType: CredentialType;
  readonly outcome: AuthOutcome;
}

/** Tells how old one of the service's own credentials is, from now on. */
export interface CredentialAgeObservation {
  readonly kind: 'credential_age';
  readonly credentialType: CredentialType;
  readonly state: CredentialState;
  /** When it was made, in epoch seconds; absent says that this credential no longer exists. */
  readonly createdAtEpochSeconds?: number;
}

export interface KeyLookupObservation {
  readonly kind: 'key_lookup';
  readonly result: KeyLookupResult;
}

export interface DependencyCheckObservation {
  readonly kind: 'dependency_check';
  /** One of the option `dependencies`; any other is recorded as `_OTHER`. */
  readonly dependency: string;
  readonly up: boolean;
  /** Seconds, non-negative. */
  readonly durationSeconds?: number;
}

/** A failure inside Authmeter itself or in a callback given to it. */
export interface InstrumentationFailureObservation {
  readonly kind: 'instrumentation_failure';
  readonly component: Component;
}

/** Events that a full buffer of Authmeter could not keep. */
export interface DroppedEventsObservation {
  readonly kind: 'dropped_events';
  readonly component: Component;
  /** How many, a positive integer. */
  readonly count: number;
}

/** Everything that can be observed. `kind` tells them apart. */
export type AuthObservation =
  | AttemptObservation
  | LoginObservation
  | LogoutObservation
  | RegistrationObservation
  | TokenValidationObservation
  | TokenUseObservation
  | TokenIssuanceObservation
  | TokenRefreshObservation
  | TokenRevocationObservation
  | SessionObservation
  | OAuthStepObservation
  | MfaObservation
  | PasswordResetObservation
  | PasswordHashObservation
  | ErrorObservation
  | GuestObservation
  | AuthorizationObservation
  | RateLimitObservation
  | LockoutObservation
  | SecurityEventObservation
  | CredentialRotationObservation
  | CredentialAgeObservation
  | KeyLookupObservation
  | DependencyCheckObservation
  | InstrumentationFailureObservation
  | DroppedEventsObservation;

export type AuthObservationKind = AuthObservation['kind'];

/** The observation of one kind. */
export type ObservationOf<Kind extends AuthObservationKind> = Extract<
  AuthObservation,
  { readonly kind: Kind }
>;
