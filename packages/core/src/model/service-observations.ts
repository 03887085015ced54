import type { AuthOutcome, Component, CredentialState, CredentialType } from '../conventions';

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
