import { RecentValues } from '../memory/recent-values';
import { kilometresBetween, type Place } from './place';

/** A place, and when an account was last there. */
export interface Stay extends Place {
  readonly atEpochSeconds: number;
}

/** Places of each account that are remembered. */
const PLACES = 2;
/** Closer than this is the same place: that much the data of addresses strays. */
const SAME_PLACE_KILOMETRES = 100;

/** Steps of a tenth of a degree, eleven kilometres, and seconds since 2020: together 53 bits. */
const STEPS_PER_DEGREE = 10;
const LATITUDES = 180 * STEPS_PER_DEGREE + 1;
const LONGITUDES = 360 * STEPS_PER_DEGREE + 1;
const FIRST_EPOCH_SECONDS = 1_577_836_800;

/** Remembers the last two places of the newest accounts, the last first, in fixed memory. */
export class RecentPlaces {
  private readonly stays: readonly RecentValues[];

  /** @param capacity Most accounts that are remembered. */
  constructor(capacity: number) {
    this.stays = Array.from({ length: PLACES }, () => new RecentValues(capacity));
  }

  /** Where the account was, the last place first. */
  of(account: number): readonly Stay[] {
    return this.stays
      .map((stays) => stays.get(account))
      .filter((packed) => packed !== undefined)
      .map(unpack);
  }

  /** The account is here now. */
  move(account: number, here: Stay): void {
    const elsewhere = this.of(account).filter((stay) => !isSamePlace(stay, here));
    for (const [index, stay] of [here, ...elsewhere].slice(0, PLACES).entries()) {
      this.stays[index]?.set(account, pack(stay));
    }
  }
}

/** Whether two places are one, as far as the data of addresses tells. */
export function isSamePlace(one: Place, other: Place): boolean {
  return kilometresBetween(one, other) <= SAME_PLACE_KILOMETRES;
}

function pack({ latitude, longitude, atEpochSeconds }: Stay): number {
  const place =
    Math.round((latitude + 90) * STEPS_PER_DEGREE) * LONGITUDES +
    Math.round((longitude + 180) * STEPS_PER_DEGREE);
  return Math.round(atEpochSeconds - FIRST_EPOCH_SECONDS) * LATITUDES * LONGITUDES + place;
}

function unpack(packed: number): Stay {
  const place = packed % (LATITUDES * LONGITUDES);
  return {
    latitude: Math.floor(place / LONGITUDES) / STEPS_PER_DEGREE - 90,
    longitude: (place % LONGITUDES) / STEPS_PER_DEGREE - 180,
    atEpochSeconds: Math.floor(packed / (LATITUDES * LONGITUDES)) + FIRST_EPOCH_SECONDS,
  };
}
