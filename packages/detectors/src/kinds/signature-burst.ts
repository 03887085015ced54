import { addressKey, UNKNOWN_ADDRESS_KEY, type AuthObservationKind } from '@authmeter/core';
import type { AuthErrorType } from '@authmeter/core/conventions';
import { UsualCount } from '../baseline/usual-count';
import { KeyedEntries } from '../memory/keyed-entries';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import { EVERYBODY } from '../report/finding';
import type { Detector, Sighting } from '../sighting';
import { SlidingCounts } from '../windows/sliding-counts';
import { sourceOf } from './credential-stuffing';
import { FAST_PARTS } from '../windows/parts';

const SOURCES = 128;
const HALVING_SECONDS = 600;
const ALL = 0;

/** What a token fails with that was made up, changed, or signed for somebody else. */
const FORGED: ReadonlySet<AuthErrorType | undefined> = new Set<AuthErrorType>([
  'invalid_signature',
  'invalid_algorithm',
  'unknown_key',
]);

/** What presents a token. */
const KINDS: ReadonlySet<AuthObservationKind> = new Set<AuthObservationKind>([
  'attempt',
  'login',
  'token_refresh',
  'token_validation',
]);

/** Many tokens with a bad signature: forged by one source, or by many and more than ever; or keys that do not match. */
export class SignatureBurst implements Detector {
  private readonly sources = new KeyedEntries(SOURCES, HALVING_SECONDS);
  private readonly ofSource: SlidingCounts;
  private readonly ofAll: SlidingCounts;
  private readonly past = new UsualCount();

  constructor(
    private readonly settings: SettingsOf<'signatureBurst'>,
    private readonly episodes: Episodes,
  ) {
    const { windowSeconds } = settings;
    this.ofSource = new SlidingCounts({ entries: SOURCES, windowSeconds, parts: FAST_PARTS });
    this.ofAll = new SlidingCounts({ entries: 1, windowSeconds, parts: FAST_PARTS });
    this.sources.whenGiven((entry) => {
      this.ofSource.clear(entry);
    });
  }

  observe(sighting: Sighting): void {
    const { counted, subject } = sighting;
    if (!FORGED.has(counted.failure?.errorType) || !KINDS.has(counted.observation.kind)) return;
    // The attempt around it fails with it.
    if (counted.isPart === true) return;
    const source = addressKey(subject.sourceAddress);
    if (source !== UNKNOWN_ADDRESS_KEY && this.isOfOneSource(source, sighting)) return;
    this.noteOfAll(sighting);
  }

  /** Whether the source alone makes a burst, which is told then. */
  private isOfOneSource(source: number, sighting: Sighting): boolean {
    const { nowMilliseconds, subject } = sighting;
    const entry = this.sources.count(source, nowMilliseconds);
    const failedAttempts = this.ofSource.add(entry, nowMilliseconds);
    this.episodes.note({
      ...this.finding(sighting, failedAttempts, failedAttempts / this.settings.failures),
      key: source,
      sinceMilliseconds: this.ofSource.since(entry, nowMilliseconds),
      sources: 1,
      subject: sourceOf(subject),
    });
    return this.episodes.isActive('signature_burst', source);
  }

  private noteOfAll(sighting: Sighting): void {
    const { nowMilliseconds, counted, subject } = sighting;
    const { distributedFailures, windowSeconds, deviations } = this.settings;
    this.past.note(counted.atEpochMilliseconds);
    const failedAttempts = this.ofAll.add(ALL, nowMilliseconds);
    const strength = Math.min(
      failedAttempts / distributedFailures,
      this.past.deviationsOf(failedAttempts, windowSeconds) / deviations,
    );
    const { route } = subject;
    this.episodes.note({
      ...this.finding(sighting, failedAttempts, strength),
      key: EVERYBODY,
      sinceMilliseconds: this.ofAll.since(ALL, nowMilliseconds),
      subject: route === undefined ? {} : { route },
    });
  }

  private finding({ counted }: Sighting, failedAttempts: number, strength: number) {
    return {
      kind: 'signature_burst',
      severity: 'warn',
      strength,
      failedAttempts,
      windowSeconds: this.settings.windowSeconds,
      context: counted.context,
    } as const;
  }
}
