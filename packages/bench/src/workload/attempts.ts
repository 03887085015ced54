import type { AttemptObservation } from '@authmeter/core';
import type { AuthErrorType, AuthReason } from '@authmeter/core/conventions';

/** One attempt, in the words of each recorder that is compared. */
export interface PreparedAttempt {
  readonly observation: AttemptObservation;
  readonly outcome: 'success' | 'failure';
  readonly method: string;
  /** Absent for a success. */
  readonly reason?: AuthReason;
  /** Absent for a success. */
  readonly errorType?: AuthErrorType;
}

const CAUSES: readonly (readonly [AuthErrorType, AuthReason])[] = [
  ['expired_token', 'expired_token'],
  ['invalid_signature', 'invalid_credentials'],
  ['invalid_format', 'invalid_format'],
  ['missing_auth', 'missing_auth'],
  ['rate_limited', 'rate_limited'],
  ['insufficient_permissions', 'insufficient_permissions'],
  ['dependency_error', 'dependency_error'],
];
const METHODS = ['jwt', 'password', 'api_key'];
/** A power of two, so that the next one is found with a mask. */
const PREPARED = 1024;
const SUCCESSES_IN_TEN = 7;

const SUCCESSES = METHODS.map((method): PreparedAttempt => {
  const outcome = 'success';
  return { observation: { kind: 'attempt', outcome, method }, outcome, method };
});
const FAILURES = CAUSES.flatMap(([errorType, reason]) =>
  METHODS.map((method): PreparedAttempt => {
    const outcome = 'failure';
    const observation = { kind: 'attempt', outcome, errorType, method } as const;
    return { observation, outcome, reason, errorType, method };
  }),
);

/** Every attempt that occurs, once. */
export const DISTINCT_ATTEMPTS: readonly PreparedAttempt[] = [...SUCCESSES, ...FAILURES];

/** Attempts in turn: 70 of 100 succeed, seven causes, three methods. */
export const ATTEMPTS: readonly PreparedAttempt[] = Array.from({ length: PREPARED }, (_, index) => {
  // A prime step spreads causes and methods over the outcomes.
  const mixed = (index * 7919) % PREPARED;
  const some = mixed % 10 < SUCCESSES_IN_TEN ? SUCCESSES : FAILURES;
  return some[mixed % some.length] as PreparedAttempt;
});

/** Walks over the attempts, over and over. */
export function walkAttempts(): () => PreparedAttempt {
  let position = 0;
  return () => {
    position = (position + 1) & (PREPARED - 1);
    return ATTEMPTS[position] as PreparedAttempt;
  };
}
