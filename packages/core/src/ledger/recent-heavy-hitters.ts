import { HeavyHitters, type HeavyHitter } from './heavy-hitters';
import type { CreateKeyIndex } from './number-index';

/**
 * The heaviest keys of the last one to two generations: whoever was heavy before is forgotten. Two sketches of fixed
 * size, the older of which takes nothing more.
 */
export class RecentHeavyHitters<Key> {
  private younger: HeavyHitters<Key>;
  private older: HeavyHitters<Key>;
  private generation = Number.NEGATIVE_INFINITY;

  /**
   * @param capacity Most keys that are monitored in each generation, a positive integer.
   * @param generationMilliseconds How long a generation lasts.
   * @param createIndex For the sketches, see `HeavyHitters`.
   */
  constructor(
    private readonly capacity: number,
    private readonly generationMilliseconds: number,
    private readonly createIndex?: CreateKeyIndex<Key>,
  ) {
    this.younger = this.createSketch();
    this.older = this.createSketch();
  }

  /** Counts one occurrence of the key. */
  add(key: Key, nowMilliseconds: number): void {
    this.turn(nowMilliseconds);
    this.younger.add(key);
  }

  /**
   * The heaviest keys, heaviest first, with the same certainty as in one sketch: a key that one generation does not
   * monitor may have occurred in it as often as the lightest that it does.
   */
  top(most: number, nowMilliseconds: number): HeavyHitter<Key>[] {
    this.turn(nowMilliseconds);
    const both = [this.younger, this.older].map((sketch) => ({
      lightestCount: sketch.lightestCount,
      found: new Map(sketch.top(this.capacity).map((hitter) => [hitter.key, hitter])),
    }));
    const keys = new Set(both.flatMap(({ found }) => [...found.keys()]));
    return [...keys]
      .map((key) => {
        let count = 0;
        let error = 0;
        for (const { lightestCount, found } of both) {
          const hitter = found.get(key);
          count += hitter?.count ?? lightestCount;
          error += hitter?.error ?? lightestCount;
        }
        return { key, count, error };
      })
      .sort((a, b) => b.count - b.error - (a.count - a.error) || b.count - a.count)
      .slice(0, most);
  }

  private turn(nowMilliseconds: number): void {
    const generation = Math.floor(nowMilliseconds / this.generationMilliseconds);
    if (generation <= this.generation) return;
    this.older = generation === this.generation + 1 ? this.younger : this.createSketch();
    this.younger = this.createSketch();
    this.generation = generation;
  }

  private createSketch(): HeavyHitters<Key> {
    return new HeavyHitters(this.capacity, this.createIndex);
  }
}
