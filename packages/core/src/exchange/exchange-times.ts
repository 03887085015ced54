import type { Clock } from '../options/clock';

const MILLISECONDS_PER_SECOND = 1000;

/** When an exchange began, and when something decisive happened in it. */
export class ExchangeTimes {
  private readonly startedAt: number;
  private checkedAt: number | undefined;
  private verdictAt: number | undefined;

  constructor(private readonly clock: Clock) {
    this.startedAt = clock.monotonicMilliseconds();
  }

  /** A credential was checked. */
  markCheck(): void {
    this.checkedAt = this.clock.monotonicMilliseconds();
  }

  /** A layer decided. */
  markVerdict(): void {
    this.verdictAt = this.clock.monotonicMilliseconds();
  }

  /**
   * Seconds from the start to now; or, where `untilDecided`, to the verdict, or else to the last check of a
   * credential: what a handler does afterwards is not authentication.
   */
  durationSeconds(untilDecided: boolean): number {
    const decidedAt = untilDecided ? (this.verdictAt ?? this.checkedAt) : undefined;
    const end = decidedAt ?? this.clock.monotonicMilliseconds();
    return (end - this.startedAt) / MILLISECONDS_PER_SECOND;
  }
}
