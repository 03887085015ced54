import { HeavyHitters } from './heavy-hitters';
import { createMapIndex, type CreateKeyIndex, type KeyIndex } from './number-index';

/** Stands for every key that has not earned a place. */
export const NO_PLACE = -1;

/** Keys that the sketch monitors: ten times the share of 1 % that must be found, so its error stays below 0.1 %. */
const MONITORED_KEYS = 1000;
/** The first quarter of the places is free, so that a small service sees all its sources at once. */
const FREE_SHARE = 1 / 4;
/** After that the price doubles twelve times until the last place. */
const PRICE_DOUBLINGS = 12;

/**
 * Decides, once and for ever, which keys get a series of their own. A series that was exported is exported for
 * the life of the process, so places are few and their price rises: early ones are free, late ones go only to
 * keys that certainly occurred hundreds of times. A flood of new keys therefore cannot use them up before an
 * attacker who comes late.
 */
export class EarnedPlaces<Key> {
  private readonly sketch: HeavyHitters<Key>;
  private readonly placeOf: KeyIndex<Key>;
  private given = 0;
  /** What the next place costs. */
  private price = 1;

  /**
   * @param most Most keys that ever earn a place, a positive integer.
   * @param createIndex See `HeavyHitters`.
   */
  constructor(
    readonly most: number,
    createIndex: CreateKeyIndex<Key> = createMapIndex,
  ) {
    this.sketch = new HeavyHitters(MONITORED_KEYS, createIndex);
    this.placeOf = createIndex(most);
  }

  /** Counts one occurrence and returns the key's place, from 0, or `NO_PLACE`. */
  count(key: Key): number {
    const certain = this.sketch.add(key);
    const place = this.placeOf.get(key);
    if (place !== undefined) return place;
    const next = this.given;
    if (certain < this.price || next >= this.most) return NO_PLACE;
    this.placeOf.set(key, next);
    this.given = next + 1;
    this.price = this.priceOf(this.given);
    return next;
  }

  /** How often a key must certainly have occurred to get this place. */
  private priceOf(place: number): number {
    const free = this.most * FREE_SHARE;
    if (place < free) return 1;
    return Math.ceil(2 ** (((place - free) / (this.most - free)) * PRICE_DOUBLINGS));
  }
}
