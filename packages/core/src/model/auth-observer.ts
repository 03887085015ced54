import type { AuthErrorType, AuthFault, AuthReason } from '../conventions';
import type { AuthObservation } from './auth-observation';

/** Why something failed, on both levels, and who has to act. */
export interface AuthErrorCategory {
  readonly errorType: AuthErrorType;
  readonly reason: AuthReason;
  readonly fault: AuthFault;
}

/** An observation after it was counted, as observers receive it. */
export interface CountedObservation {
  readonly observation: AuthObservation;
  /** Why it failed; absent when it did not. */
  readonly failure?: AuthErrorCategory;
  /** When it was recorded, in epoch milliseconds. */
  readonly atEpochMilliseconds: number;
}

/**
 * Receives every observation after it was counted: audit events and detectors are observers. Called
 * synchronously; one that throws is counted in `auth.instrumentation.failures` and harms nothing else.
 */
export interface AuthObserver {
  observe(counted: CountedObservation): void;
}
