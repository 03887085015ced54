import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback, port chosen by the system. */
export interface LoopbackServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts an HTTP server that answers everything with one listener. */
export async function startLoopbackServer(listener: RequestListener): Promise<LoopbackServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** A URL on loopback where nobody listens. */
export async function findClosedUrl(): Promise<string> {
  const { url, close } = await startLoopbackServer(() => undefined);
  await close();
  return url;
}
