/** What the service holds at one moment. */
export interface MemorySample {
  /** Since the service began, in seconds. */
  readonly atSeconds: number;
  /** Heap and array buffers after everything that can go is gone, in bytes. */
  readonly heldBytes: number;
  /** What the operating system gave to the process, in bytes. */
  readonly residentBytes: number;
  /** CPU that the process has used since it began, in seconds. */
  readonly cpuSeconds: number;
}

/** Collects garbage and looks. Needs `--expose-gc`. */
export function takeSample(): MemorySample {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return {
    atSeconds: process.uptime(),
    heldBytes: heapUsed + arrayBuffers,
    residentBytes: rss,
    cpuSeconds: (user + system) / 1e6,
  };
}
