import type { CountedObservation } from '@authmeter/core';
import { kilometresBetween, type Locate, type Place } from '../geo/place';
import { isSamePlace, RecentPlaces, type Stay } from '../geo/recent-places';
import type { KeyHash } from '../memory/key-hash';
import type { SettingsOf } from '../options/detector-settings';
import type { Episodes } from '../report/episodes';
import type { Detector, Sighting } from '../sighting';

const SECONDS_PER_HOUR = 3600;

/**
 * An account that succeeds in two places too far apart for the time between. A place where it was before its last one is
 * no finding, so somebody who commutes through a tunnel is told of once.
 */
export class ImpossibleTravel implements Detector {
  private readonly places: RecentPlaces;

  constructor(
    private readonly settings: SettingsOf<'impossibleTravel'>,
    private readonly locate: Locate,
    private readonly hash: KeyHash,
    private readonly episodes: Episodes,
  ) {
    this.places = new RecentPlaces(settings.remembered);
  }

  observe({ counted, subject }: Sighting): void {
    const { accountId, sourceAddress } = subject;
    if (!isSuccess(counted) || accountId === undefined || sourceAddress === undefined) return;
    const account = this.hash(accountId.trim().toLowerCase());
    const place = this.locate(sourceAddress);
    if (place === undefined) return;
    const now = counted.atEpochMilliseconds / 1000;
    const stays = this.places.of(account);
    this.places.move(account, { ...place, atEpochSeconds: now });
    if (!this.isImpossible(stays, place, now)) return;
    this.episodes.note({
      kind: 'impossible_travel',
      key: account,
      strength: 1,
      severity: 'warn',
      failedAttempts: 0,
      newAttempts: 0,
      accounts: 1,
      subject,
      context: counted.context,
    });
  }

  private isImpossible([last, ...before]: readonly Stay[], place: Place, now: number): boolean {
    if (last === undefined) return false;
    const { kilometres, kilometresPerHour } = this.settings;
    const distance = kilometresBetween(last, place);
    const hours = Math.max(now - last.atEpochSeconds, 0) / SECONDS_PER_HOUR;
    if (distance < kilometres || distance <= kilometresPerHour * hours) return false;
    return !before.some((stay) => isSamePlace(stay, place));
  }
}

function isSuccess({ observation }: CountedObservation): boolean {
  const isEntry = observation.kind === 'login' || observation.kind === 'attempt';
  return isEntry && observation.outcome === 'success';
}
