import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Effort, Times } from './interleave';

const CALLS_PER_TURN = 256;
const NANOSECONDS_PER_MICROSECOND = 1000;

/** Something that is called in bursts and does a part of its work after the call. */
export interface TurnwiseVariant {
  readonly name: string;
  readonly call: () => void;
  /** Has everything done that was put off. */
  readonly settle: () => Promise<void>;
}

/** Nanoseconds for one call: on the clock while it lasted, and of CPU with all that came after it. */
export interface TurnwiseTimes {
  readonly inCall: Times;
  readonly inAll: Times;
}

/**
 * Calls all variants in bursts of 256 a turn of the event loop, in every round, every other round in reverse. CPU is
 * that of the whole process, its worker threads included.
 */
export async function measureTurnwise(
  variants: readonly TurnwiseVariant[],
  { rounds, milliseconds }: Effort,
): Promise<TurnwiseTimes> {
  const inCall = new Map(variants.map(({ name }) => [name, [] as number[]]));
  const inAll = new Map(variants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? variants : [...variants].reverse();
    for (const variant of order) {
      const { calling, cpu } = await burst(variant, milliseconds);
      inCall.get(variant.name)?.push(calling);
      inAll.get(variant.name)?.push(cpu);
    }
  }
  return { inCall, inAll };
}

async function burst(
  { call, settle }: TurnwiseVariant,
  milliseconds: number,
): Promise<{ calling: number; cpu: number }> {
  const before = process.cpuUsage();
  const end = performance.now() + milliseconds;
  let calls = 0;
  let calling = 0n;
  while (performance.now() < end) {
    const start = process.hrtime.bigint();
    for (let index = 0; index < CALLS_PER_TURN; index += 1) call();
    calling += process.hrtime.bigint() - start;
    calls += CALLS_PER_TURN;
    await nextTurn();
    await nextTurn();
  }
  await settle();
  const { user, system } = process.cpuUsage(before);
  return {
    calling: Number(calling) / calls,
    cpu: ((user + system) * NANOSECONDS_PER_MICROSECOND) / calls,
  };
}
