import { createAuthMeter } from '@authmeter/core';
import { createMetricsHarness } from '@authmeter/testkit';

/** Heap and array buffers of this process after garbage collection, in bytes. Needs `--expose-gc`. */
export function heldBytes(): number {
  if (gc === undefined) throw new Error('run it with --expose-gc');
  for (let round = 0; round < 4; round += 1) gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What is there without any ledger, since all tables of the ledger are array buffers. */
export async function measureIdleMeter(): Promise<number> {
  heldBytes();
  const before = process.memoryUsage().heapUsed;
  const harness = createMetricsHarness();
  const meter = createAuthMeter({ meterProvider: harness.meterProvider, enabled: true });
  await harness.collect();
  heldBytes();
  const held = process.memoryUsage().heapUsed - before;
  // Held until here.
  meter.topSources();
  await harness.shutdown();
  return held;
}
