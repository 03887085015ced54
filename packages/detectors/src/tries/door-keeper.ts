const PLACES = 4096;
const TAGS = 0xffff;
const MOMENT_MILLISECONDS = 4000;
const MOMENTS = 2 ** 16;

/** What is known of a key that comes: nothing, the same detail as before, or another. */
export type Acquaintance = 'stranger' | 'same' | 'other';

/**
 * Remembers the newest keys, with one detail of each, in 24 kB, so that whoever comes once takes no room in the tables
 * of those who come again. It may forget a key early, and take a key for another once in 65,000 times; then an entry is
 * given a little late, or for nothing.
 */
export class DoorKeeper {
  private readonly keyTags = new Uint16Array(PLACES);
  private readonly detailTags = new Uint16Array(PLACES);
  private readonly moments = new Uint16Array(PLACES);

  constructor(private readonly windowSeconds: number) {}

  /**
   * Notes a key, and says whether it came within the window before.
   *
   * @param key Evenly spread, at least 32 bits.
   * @param detail Evenly spread, at least 16 bits.
   */
  meet(key: number, detail: number, nowMilliseconds: number): Acquaintance {
    const place = key % PLACES;
    // 0 is an empty place.
    const keyTag = 1 + (Math.floor(key / PLACES) % TAGS);
    const detailTag = detail % TAGS;
    const moment = Math.floor(nowMilliseconds / MOMENT_MILLISECONDS) % MOMENTS;
    const age = (moment - (this.moments[place] ?? 0) + MOMENTS) % MOMENTS;
    const isKnown =
      this.keyTags[place] === keyTag && age * MOMENT_MILLISECONDS <= this.windowSeconds * 1000;
    const isSame = this.detailTags[place] === detailTag;
    this.keyTags[place] = keyTag;
    this.detailTags[place] = detailTag;
    this.moments[place] = moment;
    if (!isKnown) return 'stranger';
    return isSame ? 'same' : 'other';
  }
}
