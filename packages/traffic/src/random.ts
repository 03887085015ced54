import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that repeats itself: the same seed gives the same day. */
export class Random {
  private readonly generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** At least 0 and below 1. */
  share(): number {
    return uniformFloat64(this.generator);
  }

  /** At least `low` and below `high`. */
  between(low: number, high: number): number {
    return low + this.share() * (high - low);
  }

  /** An integer from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.share() * limit);
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  }

  /** How long until the next of independent events that come at this rate, in the unit of the rate. */
  wait(rate: number): number {
    return -Math.log(1 - this.share()) / rate;
  }
}
