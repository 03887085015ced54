/** How the recording itself goes. */
export interface HealthPayload {
  /** Seconds between two collections as planned; absent where points are pushed. */
  readonly stepSeconds?: number;
  readonly collections: number;
  readonly failedCollections: number;
  /** Milliseconds that the last collection took. */
  readonly collectMilliseconds: number;
  readonly lateSlots: number;
  readonly longestLateSeconds: number;
  readonly cells: number;
  readonly cellsUsed: number;
  readonly foldedPoints: number;
  readonly lostPoints: number;
  /** Memory taken for values. */
  readonly bytes: number;
  readonly historySeconds: number;
  /** Names of the metrics of which something was recorded. */
  readonly recorded: readonly string[];
  /** Names of those that were reported, if only at zero. */
  readonly reported: readonly string[];
  readonly firstAttemptAt?: number;
  readonly scopeVersion?: string;
}

/** Answers to "why is it empty"; present until the first attempt. */
export interface SetupPayload {
  /** Or, with OTLP, whether an export arrived. */
  readonly isReaderRegistered: boolean;
  /** Absent before the first collection. */
  readonly collects?: boolean;
  readonly seesAuthmeter: boolean;
  /** Absent: nobody can tell. */
  readonly isAdapterMounted?: boolean;
}
