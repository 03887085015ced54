import type { AuthObservation } from '@authmeter/core';
import type { Cast } from '../cast/cast';
import type { Step, Visit } from '../traffic/visit';

/** One request, and who sends it. */
export interface Play {
  readonly visit: Visit;
  readonly step: Step;
}

/** Requests that come evenly spaced, so that nothing happens by chance. */
export interface Stream {
  readonly name: string;
  readonly perSecond: number;
  /** The n-th of them, from 0. */
  readonly play: (cast: Cast, n: number) => Play;
}

/** A stream of everyday, which has a past too. */
export interface EverydayStream extends Stream {
  /** What the service tells its meter of one request, as far as alerts look back that far. */
  readonly past: readonly AuthObservation[];
}
