import type {
  AuthErrorType,
  GuestEvent,
  HashAlgorithm,
  HashOperation,
  MfaFactor,
  MfaStage,
  OAuthStep,
  PasswordResetEvent,
} from '../conventions';
import type { SubjectFacts, Verdict, Timed } from './facts';

export interface OAuthStepObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'oauth_step';
  readonly step: OAuthStep;
  /** One of the option `providers`; any other is recorded as `_OTHER`. */
  readonly provider?: string | undefined;
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
  readonly errorType?: AuthErrorType | undefined;
}

export interface PasswordHashObservation {
  readonly kind: 'password_hash';
  readonly algorithm: HashAlgorithm | (string & {});
  readonly operation: HashOperation;
  /** Seconds, non-negative. */
  readonly durationSeconds: number;
  /**
   * For `verify`: whether it was the right password. The request under observation is told: it decides nothing,
   * and gives the reason if the request is refused. Absent: nobody is told.
   */
  readonly isMatch?: boolean | undefined;
}

export interface GuestObservation extends SubjectFacts {
  readonly kind: 'guest';
  readonly event: GuestEvent;
}
