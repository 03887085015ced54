const MILLISECONDS_AFTER_START = 5000;

/** Two clocks that move only when they are told to. */
export interface FakeClock {
  /** Wall time in milliseconds since 1970. */
  epochMilliseconds(): number;
  /** Milliseconds since an arbitrary start. */
  monotonicMilliseconds(): number;
  /** Moves both clocks forward. */
  advance(milliseconds: number): void;
  /** Sets the wall clock, backwards too, as an administrator does; the monotonic clock stays. */
  jumpTo(epochMilliseconds: number): void;
}

/** Makes clocks that stand still at an instant. */
export function createFakeClock(startEpochMilliseconds: number): FakeClock {
  let epoch = startEpochMilliseconds;
  let monotonic = MILLISECONDS_AFTER_START;
  return {
    epochMilliseconds: () => epoch,
    monotonicMilliseconds: () => monotonic,
    advance: (milliseconds) => {
      epoch += milliseconds;
      monotonic += milliseconds;
    },
    jumpTo: (epochMilliseconds) => {
      epoch = epochMilliseconds;
    },
  };
}
