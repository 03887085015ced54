import { getHeapSpaceStatistics } from 'node:v8';

/** What the service holds at one moment. */
export interface MemorySample {
  /** Since the service began, in seconds. */
  readonly atSeconds: number;
  /** Objects on the heap and array buffers after everything that can go is gone, in bytes. */
  readonly heldBytes: number;
  /** What V8 holds for compiled code, in bytes: it optimizes, discards and optimizes again for as long as there is load. */
  readonly codeBytes: number;
  /** What the operating system gave to the process, in bytes. */
  readonly residentBytes: number;
  /** CPU that the process has used since it began, in seconds. */
  readonly cpuSeconds: number;
}

/** The parts of the heap that hold code, and what belongs to it. */
const CODE_SPACE = /code|trusted/;

/** Collects garbage and looks. Needs `--expose-gc`. */
export function takeSample(): MemorySample {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { arrayBuffers, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return {
    atSeconds: process.uptime(),
    heldBytes: usedBytes((space) => !CODE_SPACE.test(space)) + arrayBuffers,
    codeBytes: usedBytes((space) => CODE_SPACE.test(space)),
    residentBytes: rss,
    cpuSeconds: (user + system) / 1e6,
  };
}

function usedBytes(counts: (space: string) => boolean): number {
  return getHeapSpaceStatistics()
    .filter(({ space_name: space }) => counts(space))
    .reduce((sum, { space_used_size: used }) => sum + used, 0);
}
