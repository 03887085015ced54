/** One series; its values are in cells that follow each other. */
export interface SeriesPayload {
  readonly cell: number;
  readonly metric: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Upper bounds of a histogram: a cell for each, and one for what lies above. */
  readonly boundaries?: readonly number[];
  /** It holds what was true at the end of the slot, instead of what was counted in it. */
  readonly isGauge?: true;
}

/** One slot. */
export interface SlotPayload {
  readonly slot: number;
  /** Milliseconds since 1970. */
  readonly end: number;
  readonly seconds: number;
  readonly late?: true;
  /** Cell, value, cell, value: counts that are not zero, and gauges that changed since the slot before. */
  readonly cells: readonly number[];
}
