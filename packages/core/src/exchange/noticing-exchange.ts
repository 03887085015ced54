import type { AuthOperation, SecurityEvent } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { Verdict } from '../model/facts';
import type { CredentialCheck } from './credential-check';

/** An exchange as far as it takes note of what is recorded inside it. */
export interface NoticingExchange {
  readonly recorder: {
    failureOf(observation: AuthObservation): AuthErrorCategory | undefined;
  };
  /** The open or ended exchange around it. */
  readonly parent?: NoticingExchange | undefined;
  readonly isEnded: boolean;
  readonly isInterrupted: boolean;
  sawValidation: boolean;
  toldEvents: Set<SecurityEvent> | undefined;
  refuse(cause: Omit<Verdict, 'outcome'>): void;
  markCheck(check: CredentialCheck): void;
  inform(failure: AuthErrorCategory | undefined, operation: AuthOperation): void;
}
