/** A map that forgets: it holds at most the given number of entries and drops those not used for longest. */
export interface TwoGenerationCache {
  /** The value last set, if it is still held. */
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/**
 * Creates a cache of two generations, each half of `maxEntries`: when the younger is full it becomes the older,
 * and the older is forgotten whole. So an entry used again within half of `maxEntries` other keys stays, at the
 * price of one or two look-ups and no bookkeeping per use.
 */
export function createTwoGenerationCache(maxEntries: number): TwoGenerationCache {
  const generationEntries = Math.floor(maxEntries / 2);
  let younger = new Map<string, string>();
  let older = new Map<string, string>();

  function set(key: string, value: string): void {
    if (younger.size >= generationEntries) {
      older = younger;
      younger = new Map();
    }
    younger.set(key, value);
  }

  function get(key: string): string | undefined {
    const fresh = younger.get(key);
    if (fresh !== undefined) return fresh;
    const aged = older.get(key);
    if (aged !== undefined) set(key, aged);
    return aged;
  }

  return { get, set };
}
