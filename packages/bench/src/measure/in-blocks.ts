import type { Effort, Times, Variant } from './interleave';

/** Rounds for each millisecond and round that other measurements take: blocks are short. */
const ROUNDS_PER_MILLISECOND = 6;
/** Until the optimising compiler has done its work. */
const WARM_UP_CALLS = 40_000;

/**
 * Times a few calls of each variant in turn, thousands of times, in any order. Blocks that lie so close
 * together meet the same machine: differences of a few per cent are seen even where others work beside.
 *
 * @param calls How many calls one block has.
 */
export function measureInBlocks(
  variants: readonly Variant[],
  { rounds, milliseconds }: Effort,
  calls: number,
): Times {
  for (const variant of variants) time(variant, WARM_UP_CALLS);
  const times = new Map(variants.map(({ name }) => [name, [] as number[]]));
  const blocks = Math.ceil((rounds * milliseconds * ROUNDS_PER_MILLISECOND) / Math.sqrt(calls));
  for (let block = 0; block < blocks; block += 1) {
    for (const variant of shuffle(variants)) times.get(variant.name)?.push(time(variant, calls));
  }
  return times;
}

function time(variant: Variant, calls: number): number {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) variant.run();
  return Number(process.hrtime.bigint() - start) / calls;
}

/** What ran last has its code in the caches still: nobody always comes after the same one. */
function shuffle<Item>(items: readonly Item[]): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
