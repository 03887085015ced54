import { SlidingCounts } from '../windows/sliding-counts';
import { SlidingDistinct } from '../windows/sliding-distinct';
import type { Detector, Sighting } from '../sighting';
import type { KeyedEntries } from '../memory/keyed-entries';

const BITS = 128;
/** A source that lets in more than one for every three accounts it fails on is an office or a carrier. */
const FAILED_FOR_EACH_LET_IN = 3;

/** What one source did in a window. */
export interface SourceShape {
  /** Accounts that it failed on, estimated. */
  readonly accounts: number;
  /** Accounts that it got in with, estimated. */
  readonly letIn: number;
  readonly failedAttempts: number;
}

/** Whether a source tries many accounts a few times each, and nearly all in vain. */
export function isInVain(shape: SourceShape, triesPerAccount: number): boolean {
  const { accounts, letIn, failedAttempts } = shape;
  return (
    accounts >= FAILED_FOR_EACH_LET_IN * letIn && failedAttempts <= triesPerAccount * (accounts + 1)
  );
}

/** Stolen passwords are right once in so many tries, or less often. */
const TRIES_FOR_EACH_LET_IN = 25;

/** Whether a source gets in as rarely as with stolen passwords, and not as people do whose login works again. */
export function isRarelyLetIn({ letIn, failedAttempts }: SourceShape): boolean {
  return letIn <= 1.5 + failedAttempts / TRIES_FOR_EACH_LET_IN;
}

/** Says of each followed source how many accounts it failed on, how many it got in with, and how often it tried. */
export class SourceShapes implements Detector {
  private readonly failed: SlidingDistinct;
  private readonly letIn: SlidingDistinct;
  private readonly tries: SlidingCounts;

  constructor(
    private readonly sources: KeyedEntries,
    readonly windowSeconds: number,
    parts: number,
  ) {
    const window = { entries: sources.capacity, windowSeconds, parts };
    this.failed = new SlidingDistinct(window, BITS);
    this.letIn = new SlidingDistinct(window, BITS);
    this.tries = new SlidingCounts(window);
    sources.whenGiven((entry) => {
      this.failed.clear(entry);
      this.letIn.clear(entry);
      this.tries.clear(entry);
    });
  }

  /** Notes a try of a followed source. */
  observe({ tried, nowMilliseconds }: Sighting): void {
    const entry = tried?.source?.entry;
    if (entry === undefined || tried?.account === undefined) return;
    const accounts = tried.outcome === 'success' ? this.letIn : this.failed;
    accounts.add(entry, tried.account.key, nowMilliseconds);
    if (tried.outcome === 'failure') this.tries.add(entry, nowMilliseconds);
  }

  shapeOf(entry: number, nowMilliseconds: number): SourceShape {
    return {
      accounts: this.failed.estimate(entry, nowMilliseconds),
      letIn: this.letIn.estimate(entry, nowMilliseconds),
      failedAttempts: this.tries.count(entry, nowMilliseconds),
    };
  }

  /** When the oldest failed try of the window came, to a part of it. */
  since(entry: number, nowMilliseconds: number): number {
    return this.tries.since(entry, nowMilliseconds);
  }

  /** Parts of the window in which the source failed. */
  busyParts(entry: number, nowMilliseconds: number): number {
    return this.tries.busyParts(entry, nowMilliseconds);
  }

  /** How many different accounts several sources failed on, estimated. */
  countAccountsOf(entries: readonly number[], nowMilliseconds: number): number {
    const joined = new Uint32Array(BITS / 32);
    for (const entry of entries) {
      const bitmap = this.failed.bitmapOf(entry, nowMilliseconds);
      for (const [word, bits] of bitmap.entries()) joined[word] = (joined[word] ?? 0) | bits;
    }
    return this.failed.estimateOf(joined);
  }
}
