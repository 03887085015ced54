import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation } from '../model/auth-observation';
import type { MeasurementStore } from './measurement-store';
import type { Observers } from './observers';
import type { OwnFailures } from './own-failures';
import type { PreparedIncrements } from './prepare-count';
import { timed } from './timed';

/** What recording anything takes. */
export interface RecordingServices {
  readonly store: Pick<MeasurementStore, 'followProvider'>;
  readonly observers: Pick<Observers, 'areNone' | 'tell'>;
  readonly ownFailures: Pick<OwnFailures, 'note' | 'guard'>;
}

/** An observation of which everything is found out that can be: what it counts, and why it is a failure. */
export class PreparedRecording {
  constructor(
    private readonly services: RecordingServices,
    private readonly observation: AuthObservation,
    private readonly category: AuthErrorCategory | undefined,
    private readonly increments: PreparedIncrements,
  ) {}

  /**
   * Counts it and tells the observers. Never throws.
   *
   * @param seconds How long it took this time, where it measures that.
   */
  record(seconds: number | undefined): void {
    const { store, observers, ownFailures } = this.services;
    store.followProvider();
    this.count(seconds);
    if (observers.areNone) return;
    ownFailures.guard('recorder', () => {
      observers.tell(timed(this.observation, seconds), this.category, undefined, false);
    });
  }

  /** Only counts it, under the provider that was followed last. Never throws. */
  count(seconds: number | undefined): void {
    try {
      this.increments.make(seconds);
    } catch {
      this.services.ownFailures.note('recorder', 'the SDK refused a measurement');
    }
  }
}
