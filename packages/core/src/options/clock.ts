/** The two clocks that recording reads. */
export interface Clock {
  /** Wall time in milliseconds since 1970; may jump. */
  epochMilliseconds(): number;
  /** Milliseconds since an arbitrary start; only differences mean something. */
  monotonicMilliseconds(): number;
}

export const SYSTEM_CLOCK: Clock = {
  epochMilliseconds: Date.now,
  monotonicMilliseconds: () => performance.now(),
};
