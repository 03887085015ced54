import { median } from './statistics';

/** Something to time, with the name under which its times are kept. */
export interface Variant {
  readonly name: string;
  /** One operation. What it returns is used, so that the compiler cannot leave it out. */
  run(): unknown;
}

/** Nanoseconds for one operation: one value for each round, by name of the variant. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** How long a measurement goes on. */
export interface Effort {
  /** How often all variants are timed. */
  readonly rounds: number;
  /** How long each variant is timed in a round, in milliseconds. */
  readonly milliseconds: number;
}

/** Rounds that do not count: the optimising compiler is through with all variants only after some. */
const WARM_UP_ROUNDS = 8;

/**
 * Times all variants in each round, every other round in reverse: what drifts on the machine meets all of them.
 */
export async function interleave(
  variants: readonly Variant[],
  { rounds, milliseconds }: Effort,
): Promise<Times> {
  const { measure } = await import('mitata');
  const times = new Map(variants.map(({ name }) => [name, [] as number[]]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const order = round % 2 === 0 ? variants : [...variants].reverse();
    for (const variant of order) {
      const { p50 } = await measure(() => variant.run(), {
        min_cpu_time: milliseconds * 1e6,
        min_samples: 12,
      });
      if (round >= 0) times.get(variant.name)?.push(p50);
    }
  }
  return times;
}

/** The ratio of two variants: the median of the rounds' own ratios. */
export function ratioOf(times: Times, name: string, base: string): number {
  const bases = times.get(base) ?? [];
  return median((times.get(name) ?? []).map((time, round) => time / (bases[round] ?? Number.NaN)));
}

/** How far the ratio of a variant to its own repetition strays from 1: what the method cannot tell apart. */
export function spreadOf(times: Times, name: string, repetition: string): number {
  return Math.abs(ratioOf(times, repetition, name) - 1);
}
