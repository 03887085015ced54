import type { CountedObservation, SubjectFacts } from '@authmeter/core';
import type { AuthOutcome } from '@authmeter/core/conventions';

/** An account or a source that takes part in a try. */
export interface Party {
  /** Hash of the account, or number of the masked address. */
  readonly key: number;
  /** Its entry in the tables that detectors keep; undefined while it has none. */
  readonly entry: number | undefined;
  /** Tries that this one stands for: two where the one before was too early for an entry. */
  readonly tries: number;
}

/** A try at a credential that can be guessed. */
export interface Tried {
  readonly outcome: AuthOutcome;
  /** Undefined where no account is told. Has an entry once it failed a second time. */
  readonly account: Party | undefined;
  /** Undefined where no address is told. Has an entry once it failed on a second account. */
  readonly source: Party | undefined;
}

/** One observation as detectors read it. */
export interface Sighting {
  readonly counted: CountedObservation;
  /** Who and where, as far as the observation tells it. */
  readonly subject: SubjectFacts;
  /** On the monotonic clock. */
  readonly nowMilliseconds: number;
  /** Present where a credential was tried that can be guessed. */
  readonly tried: Tried | undefined;
}

/** Looks for one kind of attack, or keeps in mind what others look at. */
export interface Detector {
  observe(sighting: Sighting): void;
}
