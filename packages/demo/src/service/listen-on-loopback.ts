import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers. */
export interface Listening {
  readonly url: string;
  /** Ends its connections too. */
  readonly stop: () => Promise<void>;
}

const KEPT_ALIVE_MILLISECONDS = 120_000;

/**
 * Listens on this machine only, on the first port that is free; 0 is any.
 *
 * @throws the last port's error when none can be had
 */
export async function listenOnLoopback(
  server: Server,
  ports: readonly number[],
): Promise<Listening> {
  const [port = 0, ...others] = ports;
  // A client of ours may be busy for longer than Node keeps an idle connection; it would find it closed.
  server.keepAliveTimeout = KEPT_ALIVE_MILLISECONDS;
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (others.length === 0) throw error;
    return listenOnLoopback(server, others);
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(taken)}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
