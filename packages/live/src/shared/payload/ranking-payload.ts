import type { TallyPayload } from './detection-payload';

/** The heaviest sources and accounts. */
export interface TopPayload {
  readonly sources?: RankingPayload;
  readonly accounts?: RankingPayload;
}

/** The same, over both windows of the page. */
export interface RankingPayload {
  readonly fiveMinutes: RankedPayload;
  readonly hour: RankedPayload;
}

export interface RankedPayload {
  /** The ten heaviest, `other` and `unknown` among them where they belong. */
  readonly first: readonly TallyPayload[];
  /** All of them together. */
  readonly total: number;
  /** How many differ. */
  readonly keys: number;
  /** 1 ÷ the sum of squared shares. */
  readonly effective: number;
}
