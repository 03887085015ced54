import { createServer, type RequestListener, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { ContractApp } from '../app/contract-app';

/** A running server. */
export interface ContractServer {
  readonly port: number;
  /** Ends every connection; resolves when nothing of any request is left to happen. */
  readonly close: () => Promise<void>;
}

/** Builds the contract's application in the adapter's framework and starts it on a free port. */
export type StartServer = (app: ContractApp) => Promise<ContractServer>;

/** Starts what answers Node's requests on a free port. */
export async function serveOnFreePort(
  listener: RequestListener,
  options: ServerOptions = {},
): Promise<ContractServer> {
  const server = createServer(options, listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      });
      server.closeAllConnections();
      await closed;
      await setImmediate();
    },
  };
}
