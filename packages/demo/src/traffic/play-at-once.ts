import type { Traffic } from './create-traffic';
import type { Visitor } from './visit';

/** Plays all visits, several at the same time. Rejects with the first that fails. */
export async function playAtOnce(
  traffic: Traffic,
  visits: readonly Visitor[],
  concurrency: number,
): Promise<void> {
  const queue = visits.values();
  const play = async (): Promise<void> => {
    for (const visitor of queue) await traffic.play(visitor);
  };
  await Promise.all(Array.from({ length: concurrency }, play));
}
