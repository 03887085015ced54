import { KeyedEntries } from '../memory/keyed-entries';
import { SlidingCounts } from '../windows/sliding-counts';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import { keyOfSource } from '../report/finding';
import type { Detector, Sighting } from '../sighting';
import { FAST_PARTS } from '../windows/parts';

const SOURCES = 256;
const HALVING_SECONDS = 1800;
/** A source that lets people in is an office or a carrier, not somebody who guesses. */
const MOST_SUCCESS_SHARE = 1 / 5;

/** Many failed tries of one source where the host does not tell the account, as with API keys. */
export class AnonymousBruteForce implements Detector {
  private readonly sources = new KeyedEntries(SOURCES, HALVING_SECONDS);
  private readonly failures: SlidingCounts;
  private readonly successes: SlidingCounts;

  constructor(
    private readonly settings: SettingsOf<'bruteForce'>,
    private readonly episodes: Episodes,
  ) {
    const window = {
      entries: SOURCES,
      windowSeconds: settings.windowSeconds,
      parts: FAST_PARTS,
    };
    this.failures = new SlidingCounts(window);
    this.successes = new SlidingCounts(window);
    this.sources.whenGiven((entry) => {
      this.failures.clear(entry);
      this.successes.clear(entry);
    });
  }

  observe({ tried, subject, nowMilliseconds, counted }: Sighting): void {
    if (tried?.source === undefined) return;
    const { key } = tried.source;
    if (tried.outcome === 'success') {
      const known = this.sources.find(key);
      if (known !== undefined) this.successes.add(known, nowMilliseconds);
      return;
    }
    if (tried.account !== undefined) return;
    const entry = this.sources.count(key, nowMilliseconds);
    const failedAttempts = this.failures.add(entry, nowMilliseconds);
    const successes = this.successes.count(entry, nowMilliseconds);
    if (successes > MOST_SUCCESS_SHARE * (failedAttempts + successes)) return;
    const { anonymousFailures, windowSeconds } = this.settings;
    this.episodes.note({
      kind: 'brute_force',
      key: keyOfSource(key),
      severity: 'critical',
      strength: failedAttempts / anonymousFailures,
      failedAttempts,
      windowSeconds,
      sinceMilliseconds: this.failures.since(entry, nowMilliseconds),
      sources: 1,
      subject,
      context: counted.context,
    });
  }
}
