import { latePerformance } from '../late-modules';

/** The two clocks that recording reads. */
export interface Clock {
  /** Wall time in milliseconds since 1970; may jump. */
  epochMilliseconds(): number;
  /** Milliseconds since an arbitrary start; only differences mean something. */
  monotonicMilliseconds(): number;
}

export const SYSTEM_CLOCK: Clock = {
  epochMilliseconds: Date.now,
  // Read twice for every token: without a look-up of the global, which hosts may replace besides.
  monotonicMilliseconds: () => latePerformance().now(),
};
