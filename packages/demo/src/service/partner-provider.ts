import { createServer } from 'node:http';
import { listenOnLoopback, type Listening } from './listen-on-loopback';

/** Tokens that it vouches for begin with this. */
export const PARTNER_TOKEN_PREFIX = 'partner_';

/** The partners' identity provider: a server of its own, which can break down. */
export interface PartnerProvider extends Listening {
  /** Breaks every connection from now on, or works again. */
  setDown(isDown: boolean): void;
}

export async function startPartnerProvider(): Promise<PartnerProvider> {
  let isDown = false;
  const server = createServer((request, response) => {
    if (isDown) {
      request.socket.destroy();
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const token = new URLSearchParams(body).get('token') ?? '';
      const active = token.startsWith(PARTNER_TOKEN_PREFIX);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(active ? { active, sub: token } : { active }));
    });
  });
  return {
    ...(await listenOnLoopback(server, [0])),
    setDown: (down) => {
      isDown = down;
    },
  };
}
