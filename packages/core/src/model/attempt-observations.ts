import type { AuthErrorType, AuthOperation, EndCause } from '../conventions';
import type { AuthMethodName, SubjectFacts, TokenFacts, Verdict, Timed } from './facts';

/** An authentication attempt on something protected. Counts `auth.attempts`, its duration and its token's age. */
export interface AttemptObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'attempt';
  readonly method?: AuthMethodName | undefined;
  readonly token?: TokenFacts | undefined;
}

/** A login ceremony. Counts `auth.logins`, and one attempt too. */
export interface LoginObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'login';
  readonly method?: AuthMethodName | undefined;
  readonly token?: TokenFacts | undefined;
}

export interface LogoutObservation extends SubjectFacts, Timed {
  readonly kind: 'logout';
  /** Default `user`. */
  readonly cause?: EndCause | undefined;
}

export interface RegistrationObservation extends Verdict, SubjectFacts, Timed {
  readonly kind: 'registration';
  readonly method?: AuthMethodName | undefined;
}

/** A failure that no other observation counts: of issuing a token, of a logout. */
export interface ErrorObservation extends SubjectFacts {
  readonly kind: 'error';
  readonly operation: AuthOperation;
  readonly error?: unknown;
  /** The precise cause; wins over `error`. */
  readonly errorType?: AuthErrorType | undefined;
}
