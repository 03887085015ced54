import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LiveServer } from './live';

const LOOPBACK = '127.0.0.1';

/** Serves on a port of the loopback interface. Rejects when the port is taken. */
export async function listenOnLoopback(port: number, answer: RequestListener): Promise<LiveServer> {
  const server = createServer(answer).listen(port, LOOPBACK);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${String(taken)}/`,
    server,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
