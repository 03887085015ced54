import type { Clock } from '@authmeter/core';
import type { Detection } from '../detection';
import type { Locate } from '../geo/place';
import type { DetectorName, SettingsOf } from './detector-settings';
import type { DetectorThresholds } from './detector-thresholds';

/** Options of `createDetectors`; all have defaults. */
export interface DetectorOptions extends DetectorThresholds {
  /**
   * Called when a detection begins and when it is over, so that the host can act; Authmeter never blocks anybody. What
   * it returns at once, one of `actions`, becomes the `action` of the event. It may throw or reject: that is
   * counted and harms nothing. Default: none.
   */
  readonly onDetection?: (detection: Detection) => unknown;
  /** What `onDetection` may answer; any other text is recorded as `_OTHER`. Default: none. */
  readonly actions?: readonly string[];
  /** Where an address is; turns on `impossibleTravel`. Undefined for what it does not know. Default: none. */
  readonly locate?: Locate;
  /** A detection is over when nothing kept it up for so many seconds, 60 to 86,400. Default 600. */
  readonly quietSeconds?: number;
  /** Where time comes from; for tests, with that of the meter. Default: the system's clocks. */
  readonly clock?: Clock;
}

/** Options with their defaults filled in; a detector that is turned off has no settings. */
export interface ResolvedDetectorOptions {
  readonly onDetection: ((detection: Detection) => unknown) | undefined;
  readonly actions: ReadonlySet<unknown>;
  readonly locate: Locate | undefined;
  readonly quietSeconds: number;
  readonly clock: Clock;
  readonly settings: { readonly [Name in DetectorName]: SettingsOf<Name> | undefined };
}
