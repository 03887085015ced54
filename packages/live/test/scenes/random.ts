/** Random numbers that are the same every time: mulberry32. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Around a median, a few times as long now and then: a log-normal value. */
  around(median: number, spread?: number): number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    pick: (values) => {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new RangeError('there is nothing to pick from');
      return value;
    },
    around: (median, spread = 0.45) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
  };
}
