/** One link of an entry's cause chain. */
export interface CorpusCause {
  readonly via: string;
  readonly depth: number;
  readonly ctor?: string | null;
  readonly name?: string | null;
  readonly code?: string | number | null;
  readonly message?: string | null;
  readonly nonError?: boolean;
  readonly value?: unknown;
}

/** One error as a real library produced it, and what it is. */
export interface CorpusEntry {
  readonly id: string;
  readonly library: string;
  readonly scenario: string;
  readonly thrownType: string;
  readonly ctor: string | null;
  readonly instanceofError: boolean;
  readonly name: string | null;
  readonly code: string | number | null;
  readonly status: string | number | null;
  readonly message: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly causeChain: readonly CorpusCause[];
  readonly value?: unknown;
  /** An error type of the conventions. */
  readonly expectedReason: string;
  /** Error types that are as good. */
  readonly alsoAcceptable?: readonly string[];
}
