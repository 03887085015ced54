import type { Severity } from '@authmeter/core/conventions';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import type { Detector, Sighting } from '../sighting';
import type { TryTables } from '../tries/try-tables';
import { RecentTags } from '../windows/recent-tags';
import { SlidingCounts } from '../windows/sliding-counts';
import { SlidingDistinct } from '../windows/sliding-distinct';
import { FAST_PARTS } from '../windows/parts';

const BITS = 32;

/**
 * A success where many tries have failed: on the same account, from a source that failed on it or, where too many did to
 * be one person, from any; or of a source that is stuffing. The owner who logs in elsewhere meanwhile is no finding.
 */
export class SuccessAfterFailures implements Detector {
  private readonly failures: SlidingCounts;
  private readonly sources: SlidingDistinct;
  private readonly lastSources: RecentTags;

  /** @param isAttacking Whether the source of a try is known to attack many accounts. */
  constructor(
    private readonly settings: SettingsOf<'successAfterFailures'>,
    private readonly tables: TryTables,
    private readonly isAttacking: (sighting: Sighting) => boolean,
    private readonly episodes: Episodes,
  ) {
    const { accounts } = tables;
    const window = {
      entries: accounts.capacity,
      windowSeconds: settings.windowSeconds,
      parts: FAST_PARTS,
    };
    this.failures = new SlidingCounts(window);
    this.sources = new SlidingDistinct(window, BITS);
    this.lastSources = new RecentTags(accounts.capacity, settings.windowSeconds);
    accounts.whenGiven((entry) => {
      this.failures.clear(entry);
      this.sources.clear(entry);
      this.lastSources.clear(entry);
    });
  }

  observe(sighting: Sighting): void {
    const { tried, nowMilliseconds } = sighting;
    if (tried?.account === undefined) return;
    const { entry, key, tries } = tried.account;
    if (tried.outcome === 'failure') {
      if (entry === undefined) return;
      this.failures.add(entry, nowMilliseconds, tries);
      const { source } = tried;
      if (source === undefined) return;
      const hash = this.tables.spreadSource(source.key);
      this.sources.add(entry, hash, nowMilliseconds);
      this.lastSources.add(entry, hash, nowMilliseconds);
      return;
    }
    const isAttacker = this.isAttacking(sighting);
    const isGuessed = entry !== undefined && this.isGuessed(entry, key, sighting);
    if (!isAttacker && !isGuessed) return;
    const isUnderAttack = this.episodes.isActive('brute_force', key);
    const failedAttempts = entry === undefined ? 0 : this.failures.count(entry, nowMilliseconds);
    this.report(sighting, isAttacker || isUnderAttack ? 'critical' : 'warn', failedAttempts);
  }

  private isGuessed(entry: number, key: number, { tried, nowMilliseconds }: Sighting): boolean {
    const isMany =
      this.failures.count(entry, nowMilliseconds) >= this.settings.failures ||
      this.episodes.isActive('brute_force', key);
    if (!isMany) return false;
    if (this.sources.estimate(entry, nowMilliseconds) >= this.settings.sources) return true;
    const source = tried?.source;
    if (source === undefined) return true;
    return this.lastSources.has(entry, this.tables.spreadSource(source.key), nowMilliseconds);
  }

  private report(
    { tried, subject, counted }: Sighting,
    severity: Severity,
    failedAttempts: number,
  ): void {
    this.episodes.note({
      kind: 'success_after_failures',
      key: tried?.account?.key ?? 0,
      severity,
      strength: 1,
      failedAttempts,
      newAttempts: 0,
      windowSeconds: this.settings.windowSeconds,
      subject,
      context: counted.context,
    });
  }
}
