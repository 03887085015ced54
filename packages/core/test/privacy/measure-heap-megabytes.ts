import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes that what `build` returns keeps on the heap. */
export function measureHeapMegabytes(build: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = build();
  collectGarbage();
  const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  if (kept === undefined) throw new Error('build returned nothing that could be kept');
  return grown;
}
