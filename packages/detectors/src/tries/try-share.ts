import { SeasonalHistory } from '../baseline/seasonal-history';
import type { Usual } from '../baseline/usual';
import { SlidingCounts } from '../windows/sliding-counts';

const WINDOW_SECONDS = 300;
const PARTS = 5;
const FAILED = 0;
const SUCCEEDED = 1;
/** A value of the past is made of so many tries at least: of three nothing can be learnt. */
const FEWEST_TRIES = 20;
/** A service where hardly anybody ever failed is no reason to take a second failure for a spike. */
const LEAST_USUAL_SHARE = 0.02;
/** What is assumed of a service that just began. */
const UNKNOWN_PAST: Usual = { median: 0.3, deviation: 0.08 };
/** An unusual share is not learnt, unless it stays for a day: then it is what is usual now. */
const MOST_UNLEARNT_SLOTS = 288;

/** How many of the tries of the last minutes failed, and how unusual that is. */
export interface ShareNow {
  readonly failedAttempts: number;
  /** How many deviations the failures are above what is usual for as many tries; negative below it. */
  readonly deviations: number;
}

/**
 * Compares the share of tries that fail with its own past. A share and not a number: a busy morning has more of both, an
 * attack has more failures.
 */
export class TryShare {
  readonly windowSeconds = WINDOW_SECONDS;
  private readonly counts = new SlidingCounts({
    entries: 2,
    windowSeconds: WINDOW_SECONDS,
    parts: PARTS,
  });
  private readonly history = new SeasonalHistory(WINDOW_SECONDS);
  private slot: number | undefined;
  private usual = UNKNOWN_PAST;
  private slotFailed = 0;
  private slotTries = 0;
  private unlearntSlots = 0;

  /** @param mostDeviations From how many on a share is unusual. */
  constructor(private readonly mostDeviations: number) {}

  /** Notes one try that no known attack explains. */
  note(hasFailed: boolean, nowMilliseconds: number, nowEpochMilliseconds: number): void {
    this.turn(this.history.slotAt(nowEpochMilliseconds));
    this.counts.add(hasFailed ? FAILED : SUCCEEDED, nowMilliseconds);
    this.slotTries += 1;
    if (hasFailed) this.slotFailed += 1;
  }

  shareNow(nowMilliseconds: number): ShareNow {
    const failedAttempts = this.counts.count(FAILED, nowMilliseconds);
    const tries = failedAttempts + this.counts.count(SUCCEEDED, nowMilliseconds);
    return { failedAttempts, deviations: this.deviationsOf(failedAttempts, tries) };
  }

  /** When the oldest failure of the window came, to a part of it. */
  since(nowMilliseconds: number): number {
    return this.counts.since(FAILED, nowMilliseconds);
  }

  private deviationsOf(failed: number, tries: number): number {
    const share = Math.max(this.usual.median, LEAST_USUAL_SHARE);
    // Chance alone makes so many more or fewer; and so does whatever made shares differ before.
    const chance = Math.sqrt(tries * share * (1 - share));
    const deviation = Math.hypot(chance, tries * this.usual.deviation);
    return (failed - tries * share) / Math.max(deviation, 1);
  }

  /** A clock that was set back goes on in the slot where it was. */
  private turn(slot: number): void {
    if (this.slot !== undefined && slot <= this.slot) return;
    if (this.slot !== undefined && this.slotTries >= FEWEST_TRIES) this.learn(this.slot);
    this.slot = slot;
    this.usual = this.history.usualAt(slot) ?? UNKNOWN_PAST;
  }

  private learn(slot: number): void {
    const isUnusual = this.deviationsOf(this.slotFailed, this.slotTries) >= this.mostDeviations;
    this.unlearntSlots = isUnusual ? this.unlearntSlots + 1 : 0;
    if (!isUnusual || this.unlearntSlots > MOST_UNLEARNT_SLOTS) {
      this.history.remember(slot, this.slotFailed / this.slotTries);
    }
    this.slotFailed = 0;
    this.slotTries = 0;
  }
}
