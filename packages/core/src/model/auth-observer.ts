import type { Context } from '@opentelemetry/api';
import type { AttributeDefinition, AuthErrorType, AuthFault, AuthReason } from '../conventions';
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
  /**
   * Where it happened: the OpenTelemetry context in which its request or operation began, or else the one that was
   * active when it was recorded. The context of the moment a response ends is often another's, or none.
   */
  readonly context: Context;
  /** Present where it is part of a request or an operation that is told by itself, and tells why it failed. */
  readonly isPart?: true;
}

/** What a meter lends to its observers. None of the functions throws. */
export interface ObserverHost {
  /**
   * Counts something that an observer found out by itself, such as an attack, and tells all observers.
   *
   * @param context Where it happened. Default: the active context.
   */
  record(observation: AuthObservation, context?: Context): void;
  /** How an account id leaves the process: the value that `user_id` has, or undefined where it must not leave. */
  nameAccount(accountId: string): string | undefined;
  /** How a session id leaves the process: hashed, or undefined without a key. Never as it is: it is a credential. */
  nameSession(sessionId: string): string | undefined;
  /** A value as this meter's metrics would record it: `_OTHER` or undefined where it is in no list. */
  listValue(attribute: AttributeDefinition, value: unknown): string | undefined;
  /** The country of an address, ISO 3166-1 alpha-2; undefined where it is not known, or nobody supplies a locator. */
  locateCountry(address: string): string | undefined;
}

/**
 * Receives every observation after it was counted: audit events and detectors are observers. Called
 * synchronously; one that throws is counted in `auth.instrumentation.failures` and harms nothing else.
 */
export interface AuthObserver {
  /** Called once for each meter that it is given to, before anything is observed. */
  attach?(host: ObserverHost): void;
  /**
   * Whether it would make anything of what is observed in this context. Asked for what is observed so often that building
   * the observation would be felt, such as the verification of a token outside any request. Default: it would.
   */
  listensIn?(context: Context): boolean;
  observe(counted: CountedObservation): void;
}
