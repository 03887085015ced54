import { once } from 'node:events';
import { connect } from 'node:net';
import { serve, type Server, type ServeOptions } from './serve';

const failureOf = (errorType: string) => ({
  outcome: 'failure',
  reason: errorType,
  'error.type': errorType,
  method: 'jwt',
  value: 1,
});

describe('openHttpExchange on one connection', () => {
  it('keeps pipelined requests apart', async () => {
    const server = await serve({
      handle: ({ opened, request, response }) => {
        if (request.url === '/good') opened?.exchange.accept({ method: 'passkey' });
        setImmediate(() => {
          response.writeHead(request.url === '/good' ? 200 : 401).end();
        });
      },
    });
    const socket = connect(server.port, '127.0.0.1');
    const target = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

    socket.write(['/good', '/bad', '/good', '/bad', '/bad'].map(target).join(''));
    await server.settled(5);

    expect((await server.counted())['auth.attempts']).toEqual([
      { ...failureOf('missing_auth'), value: 3 },
      { outcome: 'success', method: 'passkey', value: 2 },
    ]);
    socket.destroy();
    await server.close();
  });
});

describe('openHttpExchange when the client leaves', () => {
  const leaveAfter = async (handle: ServeOptions['handle'], path = '/'): Promise<Server> => {
    let arrived: () => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const server = await serve({
      http: { operations: { 'POST /login': 'login' } },
      handle: (parts) => {
        handle(parts);
        arrived();
      },
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer aa.bb.cc\r\n\r\n`);
    await hasArrived;
    socket.destroy();
    await once(socket, 'close');
    await server.settled(1);
    return server;
  };

  it.each(['/', '/login'])('counts nothing at %s when nobody had spoken', async (path) => {
    const server = await leaveAfter(() => undefined, path);

    expect(await server.counted()).toEqual({});
    await server.close();
  });

  it('counts the verdict that was there already', async () => {
    const server = await leaveAfter(({ opened }) => {
      opened?.exchange.refuse({ errorType: 'expired_token' });
    });

    expect((await server.counted())['auth.attempts']).toEqual([failureOf('expired_token')]);
    await server.close();
  });

  it('counts the verdict that comes only then, with its source', async () => {
    let refuse: () => void = () => undefined;
    const server = await leaveAfter(({ opened }) => {
      refuse = () => opened?.exchange.refuse({ errorType: 'expired_token' });
    });

    const before = await server.counted();
    refuse();
    await server.counted();

    expect(before).toEqual({});
    expect(await server.counted()).toMatchObject({
      'auth.attempts': [failureOf('expired_token')],
      'auth.source.failures': [{ ip_address: '127.0.0.0', value: 1 }],
    });
    await server.close();
  });
});
