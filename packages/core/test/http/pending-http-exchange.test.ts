import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchangeToSpeakIn, runInRequest } from '../../src/exchange/in-progress';
import { openHttpExchange } from '../../src/http/http-exchange';
import { resolveHttpOptions, type HttpAuthOptions } from '../../src/http/http-options';
import { PendingHttpExchange } from '../../src/http/pending-http-exchange';
import { openMeter, type OpenMeter } from '../exchange/open-meter';

type Pending = PendingHttpExchange<IncomingMessage, ServerResponse>;
type Handle = (parts: {
  readonly pending: Pending;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly open: OpenMeter;
}) => unknown;

const TOKEN = { authorization: 'Bearer aa.bb.cc' };
const BASIC = { authorization: 'Basic YTpi' };

/** Serves requests that nobody observes, one after another, and tells what was counted. */
async function play(
  handle: Handle,
  requests: readonly Record<string, string>[],
  options: HttpAuthOptions<IncomingMessage, ServerResponse> = {},
) {
  const open = openMeter();
  const settings = { ...resolveHttpOptions('test', options), isProtected: false };
  const server = createServer((request, response) => {
    const pending = new PendingHttpExchange(open.meter, settings, request, response, server);
    response.once('finish', () => {
      pending.openRefusal();
    });
    runInRequest(pending, () => handle({ pending, request, response, open }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const headers of requests) {
    await (await fetch(`http://127.0.0.1:${String(port)}/login?x=1`, { headers })).text();
  }
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  await new Promise(setImmediate);
  return open.counted();
}

const attempt = (errorType?: string, method = 'jwt') =>
  errorType === undefined
    ? { outcome: 'success', method, value: 1 }
    : { outcome: 'failure', reason: errorType, 'error.type': errorType, method, value: 1 };
const answer =
  (status: number): Handle =>
  ({ response }) =>
    response.writeHead(status).end();

describe('PendingHttpExchange', () => {
  it.each([200, 401, 403, 429, 500])('counts nothing where nobody speaks: %d', async (status) => {
    expect(await play(answer(status), [{}, TOKEN])).toEqual({});
  });

  it('is settled like the exchange of an adapter once somebody spoke', async () => {
    const counted = await play(
      ({ response, open }) => {
        open.meter.startTokenValidation().succeed();
        response.writeHead(204).end();
      },
      [TOKEN],
    );

    expect(counted).toEqual({
      'auth.attempts': [attempt()],
      'auth.token.validations': [{ outcome: 'success', token_type: 'access', value: 1 }],
    });
  });

  it('takes a credential that is served for nothing, when nobody said that it was good', async () => {
    const counted = await play(
      ({ response }) => {
        exchangeToSpeakIn();
        response.end();
      },
      [TOKEN],
    );

    expect(counted).toEqual({});
  });

  it.each([
    ['nothing came', {}, ['missing_auth', 'jwt']],
    ['what came cannot be read', { authorization: 'Carrier pigeon' }, ['invalid_format', 'jwt']],
    ['somebody else has to judge what came', BASIC, undefined],
  ])('reads a bare 401 where others have spoken and %s', async (_what, headers, expected) => {
    let requests = 0;
    const counted = await play(
      ({ response }) => {
        requests += 1;
        if (requests === 1) exchangeToSpeakIn()?.accept({ method: 'saml' });
        response.writeHead(requests === 1 ? 200 : 401).end();
      },
      [{}, headers],
    );

    const [errorType, method] = expected ?? [];
    expect(counted['auth.attempts']).toEqual([
      ...(errorType === undefined ? [] : [attempt(errorType, method)]),
      attempt(undefined, 'saml'),
    ]);
  });

  it('opens a request whose route was declared, and no other', async () => {
    const login: Handle = ({ pending, response }) => {
      pending.openDeclared();
      response.writeHead(422).end();
    };

    const declared = await play(login, [{}], { operations: { 'GET /login': 'login' } });
    const undeclared = await play(login, [{}], { operations: { 'POST /login': 'login' } });

    expect(declared['auth.logins']).toEqual([{ ...attempt('invalid_credentials', 'password') }]);
    expect(undeclared).toEqual({});
  });

  it('opens nothing once the response has closed', async () => {
    const opened = new Promise((resolve) => {
      void play(
        ({ pending, response }) => {
          response.once('close', () => {
            setImmediate(() => {
              resolve(pending.open());
            });
          });
          response.end();
        },
        [{}],
      );
    });

    expect(await opened).toBeUndefined();
  });

  it('leaves the settling to an adapter that comes later: it knows its proxies and operations', async () => {
    const adapter = resolveHttpOptions<IncomingMessage, ServerResponse>('adapter', {
      trustedHops: 1,
      operations: { 'GET /login': { operation: 'login', outcome: () => 'success' } },
    });

    const counted = await play(
      ({ pending, request, response, open }) => {
        const first = pending.open();
        const later = openHttpExchange(open.meter, adapter, pending.parts);
        expect(later?.exchange).toBe(first);
        expect(first?.facts.sourceAddress).toBe('203.0.113.9');
        expect(request).toBe(pending.request);
        response.writeHead(302).end();
      },
      [{ 'x-forwarded-for': '203.0.113.9' }],
    );

    expect(counted['auth.logins']).toEqual([attempt(undefined, 'password')]);
  });
});
