import type { AuthObservation } from '@authmeter/core';
import type { RandomSource } from '../traffic/random-source';

/** What a visit depends on. */
export interface PortalVisitor {
  /** Somewhere in the documentation networks. */
  readonly sourceAddress: string;
  readonly accountId: string;
  readonly random: RandomSource;
  /** Seconds since 1970. */
  readonly nowEpochSeconds: number;
}

/** One kind of visit: a row of the portal's traffic. */
export interface PortalVisit {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** What the portal tells the meter of it, in this order. */
  readonly observe: (visitor: PortalVisitor) => readonly AuthObservation[];
}
