import { SLOW_PARTS } from '../windows/parts';
import type { Episodes } from '../report/episodes';
import { keyOfSource } from '../report/finding';
import type { Sighting } from '../sighting';
import type { SharedShapes } from './shared-shapes';
import { isRarelyLetIn } from './source-shapes';

/** Over how long it is judged whether a source gets in as an attacker does: that of a slow attack by default. */
const WINDOW_SECONDS = 3600;

/** Says whether a try belongs to an attack that was told already. */
export interface KnownAttackers {
  /** Its account is under brute force, or its source attacks many accounts. */
  readonly explain: (sighting: Sighting) => boolean;
  /** Its source attacks many accounts, and gets in as rarely as with stolen passwords. */
  readonly getIn: (sighting: Sighting) => boolean;
}

/** @param isSpraying Whether a source is part of a spray that was told. */
export function createKnownAttackers(
  episodes: Episodes,
  shapes: SharedShapes,
  isSpraying: (sourceEntry: number) => boolean,
): KnownAttackers {
  const seen = shapes.in(WINDOW_SECONDS, SLOW_PARTS);
  const attackMany = ({ tried }: Sighting): boolean => {
    const source = tried?.source;
    if (source === undefined) return false;
    return (
      episodes.isActive('credential_stuffing', source.key) ||
      episodes.isActive('brute_force', keyOfSource(source.key)) ||
      (source.entry !== undefined && isSpraying(source.entry))
    );
  };
  return {
    explain: (sighting) => {
      const account = sighting.tried?.account;
      const isGuessedAt = account !== undefined && episodes.isActive('brute_force', account.key);
      return isGuessedAt || attackMany(sighting);
    },
    getIn: (sighting) => {
      if (!attackMany(sighting)) return false;
      const entry = sighting.tried?.source?.entry;
      return entry === undefined || isRarelyLetIn(seen.shapeOf(entry, sighting.nowMilliseconds));
    },
  };
}
