import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CONTENDERS, type Contender, type CreateListener } from './contender';

/** Requests that one contender serves before the next one does. */
const BLOCK = 500;
const WARM_UP_CYCLES = 4;

/** CPU of one request in microseconds: one value for each cycle, by contender. */
export type ToggledTimes = ReadonlyMap<Contender, readonly number[]>;

/**
 * Serves one constant load from one process, and switches between the contenders every 500 requests, in an order
 * that changes with each cycle: they share the machine, the heap and its moods.
 */
export async function measureToggled(
  createListener: CreateListener,
  cycles: number,
): Promise<ToggledTimes> {
  const listeners = new Map<Contender, RequestListener>();
  for (const contender of CONTENDERS) listeners.set(contender, await createListener(contender));
  const times = new Map(CONTENDERS.map((contender) => [contender, [] as number[]]));
  const blocks = Array.from({ length: WARM_UP_CYCLES + cycles }, (_, cycle) =>
    shuffled(cycle).map((contender) => ({ contender, isWarmUp: cycle < WARM_UP_CYCLES })),
  ).flat();

  let served = 0;
  let block = 0;
  let started = process.cpuUsage();
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const server = createServer((request, response) => {
    const current = blocks[block] ?? blocks.at(-1);
    if (current === undefined) return;
    listeners.get(current.contender)?.(request, response);
    served += 1;
    if (served % BLOCK !== 0) return;
    const { user, system } = process.cpuUsage(started);
    if (!current.isWarmUp && block < blocks.length) {
      times.get(current.contender)?.push((user + system) / BLOCK);
    }
    block += 1;
    if (block >= blocks.length) finish();
    started = process.cpuUsage();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const load = fork(join(__dirname, '../child/send-load.js'), [String(port)]);
  await Promise.race([finished, once(load, 'exit')]);
  load.kill();
  server.closeAllConnections();
  server.close();
  return times;
}

/** The contenders in another order for each cycle, the same in every run. */
function shuffled(cycle: number): Contender[] {
  let state = cycle * 2_654_435_761 + 1;
  return CONTENDERS.map((contender) => {
    state = (state * 48_271) % 2_147_483_647;
    return { contender, key: state };
  })
    .sort((left, right) => left.key - right.key)
    .map(({ contender }) => contender);
}
