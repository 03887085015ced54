import type {
  LockoutCause,
  LockoutTransition,
  RateLimitResult,
  SecurityEvent,
  Severity,
} from '../conventions';
import type { SubjectFacts, Verdict } from './facts';

export interface AuthorizationObservation extends Verdict, SubjectFacts {
  readonly kind: 'authorization';
  /** One of the option `policies`; any other is recorded as `_OTHER`. */
  readonly policy?: string | undefined;
}

export interface RateLimitObservation extends SubjectFacts {
  readonly kind: 'rate_limit';
  /** One of the option `limiters`; any other is recorded as `_OTHER`. */
  readonly limiter?: string | undefined;
  readonly result: RateLimitResult;
  /** Used share of the key's allowance, 0 and up. Absent: not known. */
  readonly usageRatio?: number | undefined;
}

export interface LockoutObservation extends SubjectFacts {
  readonly kind: 'lockout';
  /** Default `other`. */
  readonly cause?: LockoutCause | undefined;
  readonly transition: LockoutTransition;
}

/** What is behind a detection. */
export interface DetectionEvidence {
  /** Ties the end of a detection to its start; unique in the process. */
  readonly detectionId?: string | undefined;
  /** When it began, in epoch milliseconds. Default: now. */
  readonly sinceEpochMilliseconds?: number | undefined;
  /** How many failed attempts are behind it. */
  readonly failedAttempts?: number | undefined;
  /** The window that they were counted in, in seconds. */
  readonly windowSeconds?: number | undefined;
  /** How many accounts they were aimed at, estimated. */
  readonly accounts?: number | undefined;
  /** How many sources they came from, estimated. */
  readonly sources?: number | undefined;
  /** What was done about it, in the host's own words from a closed list. */
  readonly action?: string | undefined;
}

/**
 * Something detected. `csrf_failure` and `token_reuse` follow by themselves from a failure of that type; told by the
 * host as well while its request is under observation, they are counted once.
 */
export interface SecurityEventObservation extends SubjectFacts, DetectionEvidence {
  readonly kind: 'security_event';
  readonly event: SecurityEvent;
  readonly severity: Severity;
}

/** What was detected is over. It was counted when it began: this counts in no metric, only observers hear of it. */
export interface SecurityEventEndObservation extends SubjectFacts, DetectionEvidence {
  readonly kind: 'security_event_end';
  readonly event: SecurityEvent;
}
