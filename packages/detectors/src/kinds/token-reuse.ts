import type { CountedObservation, ObservationOf, RefreshTokenFacts } from '@authmeter/core';
import type { KeyHash } from '../memory/key-hash';
import { RecentValues } from '../memory/recent-values';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import type { Detector, Sighting } from '../sighting';

/** Keep families and tokens with the same id apart. */
const FAMILY_PREFIX = 'family\n';
const TOKEN_PREFIX = 'token\n';
/** Two clocks may differ by so much, and still mean the same second. */
const SAME_SECOND_SECONDS = 5;

/**
 * A rotated refresh token that comes again: by its id, or in a family by the time it was issued at, which an older one
 * has before a newer one. What comes within the leeway is two tabs, or a client that lost the answer.
 */
export class TokenReuse implements Detector {
  /** When a token was spent, or when the newest token of a family was issued, in epoch seconds. */
  private readonly known: RecentValues;

  constructor(
    private readonly settings: SettingsOf<'tokenReuse'>,
    private readonly hash: KeyHash,
    private readonly episodes: Episodes,
  ) {
    this.known = new RecentValues(settings.remembered);
  }

  observe({ counted, subject, nowMilliseconds }: Sighting): void {
    const { observation, failure } = counted;
    if (observation.kind !== 'token_refresh') return;
    // The meter counts what the host itself found out.
    const isCounted = failure?.errorType === 'token_reuse';
    if (!isCounted && !this.isReused(observation, counted)) return;
    this.episodes.note({
      kind: 'token_reuse',
      key: this.keyOf(observation) ?? nowMilliseconds,
      strength: 1,
      severity: 'critical',
      failedAttempts: 1,
      subject,
      isCounted,
      context: counted.context,
    });
  }

  private isReused(
    { refreshToken, outcome }: ObservationOf<'token_refresh'>,
    { atEpochMilliseconds }: CountedObservation,
  ): boolean {
    const now = atEpochMilliseconds / 1000;
    // A refused token was not spent by that.
    const isSpent = outcome === 'success';
    const isOlder = this.isOlderThanNewest(refreshToken, isSpent);
    return this.wasSpent(spentIdOf(refreshToken, now), now, isSpent) || isOlder;
  }

  /** Whether a token of the family was used that was issued later than this one. */
  private isOlderThanNewest(
    { familyId, issuedAtEpochSeconds }: RefreshTokenFacts = {},
    isSpent: boolean,
  ): boolean {
    if (familyId === undefined || issuedAtEpochSeconds === undefined) return false;
    const hash = this.hash(FAMILY_PREFIX + familyId);
    const newest = this.known.get(hash) ?? Number.NEGATIVE_INFINITY;
    if (isSpent && issuedAtEpochSeconds > newest) this.known.set(hash, issuedAtEpochSeconds);
    return newest - issuedAtEpochSeconds > this.settings.leewaySeconds;
  }

  private wasSpent(id: string | undefined, now: number, isSpent: boolean): boolean {
    if (id === undefined) return false;
    const hash = this.hash(TOKEN_PREFIX + id);
    const spentAt = this.known.get(hash);
    if (spentAt === undefined && isSpent) this.known.set(hash, now);
    return spentAt !== undefined && now - spentAt > this.settings.leewaySeconds;
  }

  /** A stolen family is one theft, however many of its tokens come back. */
  private keyOf({ refreshToken }: ObservationOf<'token_refresh'>): number | undefined {
    const { familyId, tokenId } = refreshToken ?? {};
    if (familyId !== undefined) return this.hash(FAMILY_PREFIX + familyId);
    return tokenId === undefined ? undefined : this.hash(TOKEN_PREFIX + tokenId);
  }
}

/**
 * What tells a token from all others: its id, or its family and the time it was issued at. One that is spent right after it
 * was issued may have a successor of the same second, which only an id could tell from it.
 */
function spentIdOf(
  { tokenId, familyId, issuedAtEpochSeconds }: RefreshTokenFacts = {},
  now: number,
): string | undefined {
  if (tokenId !== undefined) return tokenId;
  if (familyId === undefined || issuedAtEpochSeconds === undefined) return undefined;
  const isYoung = now - issuedAtEpochSeconds < SAME_SECOND_SECONDS;
  return isYoung ? undefined : `${familyId}\n${String(issuedAtEpochSeconds)}`;
}
