import { SlidingCounts } from '../windows/sliding-counts';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import type { Detector, Sighting } from '../sighting';
import type { TryTables } from '../tries/try-tables';
import { FAST_PARTS, SLOW_PARTS } from '../windows/parts';
import { strongest } from './strongest';

/** Many failed tries on one account, from wherever they come. */
export class BruteForce implements Detector {
  private readonly fast: SlidingCounts;
  private readonly slow: SlidingCounts;

  constructor(
    private readonly settings: SettingsOf<'bruteForce'>,
    { accounts }: TryTables,
    private readonly episodes: Episodes,
  ) {
    const entries = accounts.capacity;
    const { windowSeconds, slowWindowSeconds } = settings;
    this.fast = new SlidingCounts({ entries, windowSeconds, parts: FAST_PARTS });
    this.slow = new SlidingCounts({
      entries,
      windowSeconds: slowWindowSeconds,
      parts: SLOW_PARTS,
    });
    accounts.whenGiven((entry) => {
      this.fast.clear(entry);
      this.slow.clear(entry);
    });
  }

  observe({ tried, subject, nowMilliseconds, counted }: Sighting): void {
    if (tried?.outcome !== 'failure' || tried.account?.entry === undefined) return;
    const { entry, key, tries } = tried.account;
    const evidenceIn = (window: SlidingCounts, windowSeconds: number, limit: number) => {
      const failedAttempts = window.add(entry, nowMilliseconds, tries);
      return { window, windowSeconds, failedAttempts, strength: failedAttempts / limit };
    };
    const { failures, windowSeconds, slowFailures, slowWindowSeconds } = this.settings;
    const found = strongest(
      evidenceIn(this.fast, windowSeconds, failures),
      evidenceIn(this.slow, slowWindowSeconds, slowFailures),
    );
    this.episodes.note({
      kind: 'brute_force',
      key,
      severity: 'critical',
      strength: found.strength,
      failedAttempts: found.failedAttempts,
      windowSeconds: found.windowSeconds,
      sinceMilliseconds: found.window.since(entry, nowMilliseconds),
      accounts: 1,
      subject,
      context: counted.context,
    });
  }
}
