import type { DetectionEvidence, SubjectFacts } from '@authmeter/core';
import type { SecurityEvent, Severity } from '@authmeter/core/conventions';

/** What detectors can find: every security event but the failed CSRF check, which an adapter sees by itself. */
export type DetectionKind = Exclude<SecurityEvent, 'csrf_failure'>;

/** One attack, as `onDetection` hears of it: when it begins, and with its totals when it is over. */
export interface Detection extends Required<
  Pick<DetectionEvidence, 'detectionId' | 'failedAttempts' | 'sinceEpochMilliseconds'>
> {
  readonly phase: 'started' | 'ended';
  readonly kind: DetectionKind;
  readonly severity: Severity;
  /** When it was found, or found to be over, in epoch milliseconds. */
  readonly atEpochMilliseconds: number;
  /** The window of the evidence, in seconds; absent for what happens at one moment. */
  readonly windowSeconds?: number;
  /** How many accounts it is aimed at, estimated; once it is over, the most that were seen in a window. */
  readonly accounts?: number;
  /** How many sources it comes from, likewise. */
  readonly sources?: number;
  /** The masked address, where it comes from one source. */
  readonly source?: string;
  /** The account as `user_id` names it, where it is about one and a key is configured. */
  readonly account?: string;
  /** Masked addresses of a group of sources, at most 20. */
  readonly group?: readonly string[];
  /**
   * Raw values of the try that gave it away, for the host to act on; they must not leave the process. At the end of a
   * detection, texts longer than 256 characters are left out.
   */
  readonly subject: SubjectFacts;
}
