import type { CountedObservation, SubjectFacts } from '@authmeter/core';
import type { Severity } from '@authmeter/core/conventions';
import type { DetectionKind } from '../detection';

/** The key of what is about nobody in particular. */
export const EVERYBODY = -1;

/** What a detector sees at one moment. */
export interface Finding {
  readonly kind: DetectionKind;
  /** What tells attacks of one kind apart: a hash of the account, the source, the session. */
  readonly key: number;
  /** Evidence over its limit: 1 begins a detection, one half keeps it up. */
  readonly strength: number;
  readonly severity: Severity;
  /** Failed tries in the window. */
  readonly failedAttempts: number;
  /** Failed tries since the finding before; the totals of a detection are made of them. Default 1. */
  readonly newAttempts?: number;
  readonly windowSeconds?: number;
  /** When the oldest evidence came, on the monotonic clock. Default: now. */
  readonly sinceMilliseconds?: number;
  readonly accounts?: number;
  readonly sources?: number;
  readonly group?: readonly string[];
  /** Whom the finding is about, and nobody else. */
  readonly subject: SubjectFacts;
  /** Counted by the meter itself: the host hears of it, and no second event is recorded. */
  readonly isCounted?: boolean;
  /** Where it happened. */
  readonly context: CountedObservation['context'];
}

/** The key of a source as an attacker: apart from the hashes of accounts, and from the keys that mean many. */
export function keyOfSource(source: number): number {
  return -source - 1000;
}
