import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** How the provider behaves: well, with an error, or not at all. */
export type ProviderMood = 'well' | 'broken' | 'silent';

/** An identity provider that knows one password for everybody. */
export interface Provider {
  readonly url: string;
  mood: ProviderMood;
  /** How often it was asked. */
  asked: number;
  close(): void;
}

/** The password that the provider takes. */
export const PROVIDER_PASSWORD = 'known to the provider';

/** Starts a provider on a free port of the loopback interface. */
export async function startProvider(): Promise<Provider> {
  const server: Server = createServer((request, response) => {
    provider.asked += 1;
    void json(request).then((body) => {
      const { name, password } = body as { name: string; password: string };
      if (provider.mood === 'silent') return;
      if (provider.mood === 'broken') response.writeHead(500).end();
      else if (password !== PROVIDER_PASSWORD) response.writeHead(401).end();
      else response.end(JSON.stringify({ id: `p-${name}` }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const provider: Provider = {
    url: `http://127.0.0.1:${String(port)}`,
    mood: 'well',
    asked: 0,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return provider;
}
