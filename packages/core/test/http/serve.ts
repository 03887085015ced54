import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VerdictFacts } from '../../src/exchange/exchange-facts';
import { runInExchange } from '../../src/exchange/in-progress';
import { openHttpExchange, type OpenedHttpExchange } from '../../src/http/http-exchange';
import { resolveHttpOptions, type HttpAuthOptions } from '../../src/http/http-options';
import type { AuthMeterOptions } from '../../src/options/auth-meter-options';
import { openMeter, type OpenMeter } from '../exchange/open-meter';

/** A request whose auth library leaves the account on it. */
export type HostRequest = IncomingMessage & { user?: { id?: string } };
export type Opened = OpenedHttpExchange<HostRequest, ServerResponse>;

export interface ServeOptions {
  readonly http?: HttpAuthOptions<HostRequest, ServerResponse>;
  readonly meter?: AuthMeterOptions;
  /** What the host does; it gets undefined where nothing is observed. */
  handle(parts: {
    readonly opened: Opened | undefined;
    readonly open: OpenMeter;
    readonly request: HostRequest;
    readonly response: ServerResponse;
  }): unknown;
}

/** A real server that observes every request. */
export interface Server extends OpenMeter {
  readonly port: number;
  /** Sends one request and waits until its observation is settled. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Resolves when as many requests as told have been settled since the start. */
  settled(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function serve({ http, meter, handle }: ServeOptions): Promise<Server> {
  const open = openMeter(meter);
  const settings = resolveHttpOptions('serve', http);
  let settledCount = 0;
  const waiting = new Set<() => void>();
  const server = createServer((request: HostRequest, response) => {
    const opened = openHttpExchange(open.meter, settings, {
      request,
      response,
      message: request,
      answer: response,
      identity: (): VerdictFacts | undefined =>
        request.user && (request.user.id === undefined ? {} : { accountId: request.user.id }),
    });
    response.once('close', () => {
      settledCount += 1;
      for (const look of waiting) look();
    });
    const run = (): unknown => handle({ opened, open, request, response });
    if (opened === undefined) run();
    else runInExchange(opened.exchange, run);
  });
  const settled = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (settledCount < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...open,
    port,
    settled,
    send: async (path, init) => {
      const next = settledCount + 1;
      const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
        redirect: 'manual',
        ...init,
      });
      await response.arrayBuffer();
      await settled(next);
      return response;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
