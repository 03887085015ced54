import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { createServer as createHttpsServer, request as httpsRequest } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SECRET, tokenWith } from '@authmeter/adapter-contract';
import jsonwebtoken from 'jsonwebtoken';
import { onceListening } from '../../src/servers/listening';
import { observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

const token = tokenWith();
const expired = tokenWith({ exp: 1 });
const jwt = patched('jsonwebtoken', jsonwebtoken);

const ACCEPTED = 'auth.attempts method=jwt outcome=success';
const GOOD = 'auth.token.validations outcome=success token_type=access';
const MISSING =
  'auth.attempts error.type=missing_auth method=jwt outcome=failure reason=missing_auth';

/** Answers by what a header holds, as a guard without a framework does. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    response.writeHead(401).end();
    return;
  }
  try {
    jwt.verify(authorization, SECRET);
    response.end('served');
  } catch {
    response.writeHead(401).end();
  }
}

/** Answers once the whole body has come, in whatever context that happens. */
function answerAfterBody(request: IncomingMessage, response: ServerResponse): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
  });
  request.on('end', () => {
    response.setHeader('x-size', size);
    answer(request, response);
  });
}

describe('a request of an HTTP server', () => {
  it('is one attempt on a server with TLS too', async () => {
    const { counted } = await observeZeroCode(async () => {
      // A shared key instead of a certificate.
      const psk = randomBytes(16);
      const server = createHttpsServer({ ciphers: 'PSK', pskCallback: () => psk }, answer);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      // The types of https do not know that it hands these to tls.
      const options = {
        port,
        ciphers: 'PSK',
        pskCallback: () => ({ psk, identity: 'client' }),
        checkServerIdentity: () => undefined,
        headers: { authorization: token },
      };
      const sent = httpsRequest(options);
      const [response] = (await once(sent.end(), 'response')) as [IncomingMessage];
      await text(response);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });

    expect(counted).toEqual([`${ACCEPTED} 1`, `${GOOD} 1`]);
  });

  it.each([
    ['of a known length', {}],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('keeps what is said behind its body, %s', async (_how, headers) => {
    const { result, counted } = await observeZeroCode(() =>
      serve(answerAfterBody, async (url) => {
        const sent = httpRequest(url, {
          method: 'POST',
          headers: { authorization: token, ...headers },
        });
        const [response] = (await once(sent.end('a body'), 'response')) as [IncomingMessage];
        await text(response);
        return response.headers['x-size'];
      }),
    );

    expect(result).toBe('6');
    expect(counted).toEqual([`${ACCEPTED} 1`, `${GOOD} 1`]);
  });

  it('is an attempt of its own on a connection with others', async () => {
    const { result, counted } = await observeZeroCode(() =>
      serve(answer, async (url) => {
        const socket = connect(Number(new URL(url).port), '127.0.0.1');
        const head = (authorization: string, connection: string) =>
          `GET / HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\nconnection: ${connection}\r\n\r\n`;
        socket.end(head(token, 'keep-alive') + head(expired, 'keep-alive') + head(token, 'close'));
        return [...(await text(socket)).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
      }),
    );

    expect(result).toEqual(['200', '401', '200']);
    expect(counted.filter((line) => line.startsWith('auth.attempts'))).toEqual([
      'auth.attempts error.type=expired_token method=jwt outcome=failure reason=expired_token 1',
      `${ACCEPTED} 2`,
    ]);
  });

  it('is no attempt when it is a preflight', async () => {
    const { counted } = await observeZeroCode(() =>
      serve(answer, async (url) =>
        (await fetch(url, { method: 'OPTIONS', headers: { authorization: token } })).text(),
      ),
    );

    expect(counted).toEqual([`${GOOD} 1`]);
  });

  it('is a bare refusal only where a library has spoken on the same server', async () => {
    const { counted } = await observeZeroCode(() =>
      serve(answer, (guarded) =>
        serve(answer, async (other) => {
          await (await fetch(other)).text();
          await (await fetch(guarded, { headers: { authorization: token } })).text();
          await (await fetch(guarded)).text();
          await (await fetch(other)).text();
        }),
      ),
    );

    expect(counted.filter((line) => line.startsWith('auth.attempts'))).toEqual([
      `${MISSING} 1`,
      `${ACCEPTED} 1`,
    ]);
  });

  it('is left alone while the instrumentation is disabled', async () => {
    const { counted } = await observeZeroCode(
      () =>
        serve(answer, async (url) =>
          (await fetch(url, { headers: { authorization: token } })).text(),
        ),
      { config: { enabled: false } },
    );

    expect(counted).toEqual([]);
  });
});

describe('onceListening', () => {
  it('calls back once, when the next server listens', async () => {
    const heard = jest.fn();
    await observeZeroCode(async () => {
      onceListening(heard);
      for (let server = 0; server < 2; server += 1) {
        const started = createHttpServer().listen(0, '127.0.0.1');
        await once(started, 'listening');
        started.close();
      }
    });

    expect(heard).toHaveBeenCalledTimes(1);
  });
});
