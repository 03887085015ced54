import type { Clock } from '@authmeter/core';

/** A wall clock that is ahead by more than this was set, or the machine slept. */
const SET_FORWARD_MILLISECONDS = 5000;
const MILLISECONDS_PER_SECOND = 1000;

/**
 * Says when slots end and how long they were. Lengths come from the monotonic clock. Instants follow the wall
 * clock, but never go backwards when somebody sets it.
 */
export class SlotClock {
  private monotonic: number;
  private instant: number;

  constructor(private readonly clock: Clock) {
    this.monotonic = clock.monotonicMilliseconds();
    this.instant = clock.epochMilliseconds();
  }

  /** The instant of the last lap. */
  get now(): number {
    return this.instant;
  }

  /** Ends a slot and begins the next. */
  lap(): { readonly endMilliseconds: number; readonly durationSeconds: number } {
    const monotonic = this.clock.monotonicMilliseconds();
    const elapsed = Math.max(0, monotonic - this.monotonic);
    this.monotonic = monotonic;
    this.instant += elapsed;
    const wall = this.clock.epochMilliseconds();
    if (wall - this.instant > SET_FORWARD_MILLISECONDS) this.instant = wall;
    return {
      endMilliseconds: Math.round(this.instant),
      durationSeconds: elapsed / MILLISECONDS_PER_SECOND,
    };
  }
}
