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

/** What its callers see: the rest would otherwise be told to whoever reads the types of a meter. */
export interface Prepared {
  /**
   * Counts it and tells the observers. Never throws.
   *
   * @param seconds How long it took this time, where it measures that.
   */
  record(seconds: number | undefined): void;
  /** Only counts it, under the provider that was followed last. Never throws. */
  count(seconds: number | undefined): void;
}

/** An observation of which everything is found out that can be: what it counts, and why it is a failure. */
export class PreparedRecording implements Prepared {
  private readonly store: RecordingServices['store'];
  private readonly isObserved: boolean;

  constructor(
    private readonly services: RecordingServices,
    private readonly observation: AuthObservation,
    private readonly category: AuthErrorCategory | undefined,
    private readonly increments: PreparedIncrements,
  ) {
    this.store = services.store;
    this.isObserved = !services.observers.areNone;
  }

  record(seconds: number | undefined): void {
    this.store.followProvider();
    this.count(seconds);
    if (this.isObserved) this.tell(seconds);
  }

  count(seconds: number | undefined): void {
    try {
      this.increments.make(seconds);
    } catch {
      this.services.ownFailures.note('recorder', 'the SDK refused a measurement');
    }
  }

  private tell(seconds: number | undefined): void {
    const { observers, ownFailures } = this.services;
    ownFailures.guard('recorder', () => {
      observers.tell(timed(this.observation, seconds), this.category, undefined, false);
    });
  }
}
