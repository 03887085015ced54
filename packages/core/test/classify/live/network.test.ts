import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { createConnection, type AddressInfo } from 'node:net';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';
import { findClosedUrl, startLoopbackServer, type LoopbackServer } from './loopback-server';
import { provoke } from './provoke';

interface SelfSigned {
  readonly generate: (
    attributes: readonly { readonly name: string; readonly value: string }[],
  ) => Promise<{ readonly private: string; readonly cert: string }>;
}

describe('what a call of the network fails with', () => {
  let server: LoopbackServer;
  let secureUrl: string;
  let closeSecure: () => void;
  let closedUrl: string;

  beforeAll(async () => {
    closedUrl = await findClosedUrl();
    server = await startLoopbackServer((request, response) => {
      if (request.url === '/reset') request.socket.destroy();
      if (request.url === '/html') response.end('<html>');
    });
    const { generate } = (await import('selfsigned')) as unknown as SelfSigned;
    const pems = await generate([{ name: 'commonName', value: 'localhost' }]);
    const secure = createServer({ key: pems.private, cert: pems.cert });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    secureUrl = `https://127.0.0.1:${String((secure.address() as AddressInfo).port)}`;
    closeSecure = () => {
      secure.closeAllConnections();
      secure.close();
    };
  });
  afterAll(async () => {
    closeSecure();
    await server.close();
  });

  const CASES: readonly (readonly [what: string, action: () => unknown, errorType: string])[] = [
    ['nobody listens', () => fetch(closedUrl), 'dependency_error'],
    ['no such host', () => fetch('http://no-such-host.invalid'), 'dependency_error'],
    ['the connection is reset', () => fetch(`${server.url}/reset`), 'dependency_error'],
    [
      'no answer comes in time',
      () => fetch(server.url, { signal: AbortSignal.timeout(50) }),
      'dependency_error',
    ],
    ['the certificate is self-signed', () => fetch(secureUrl), 'dependency_error'],
    [
      'the other side speaks no TLS',
      () => fetch(server.url.replace('http:', 'https:')),
      'dependency_error',
    ],
    ['the caller hung up', () => fetch(server.url, { signal: AbortSignal.abort() }), 'unknown'],
    ['a key file is missing', () => readFile('/no/such/key.pem'), 'configuration_error'],
    [
      'a socket file is missing',
      () =>
        new Promise((_resolve, reject) => {
          createConnection('/no/such.sock').once('error', reject);
        }),
      'dependency_error',
    ],
  ];

  it.each(CASES)('when %s', async (_what, action, errorType) => {
    const error = await provoke(action);

    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });

  it('when several verifiers tried in vain, and one could not reach its keys', async () => {
    const expired = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
    const error = await provoke(() => Promise.any([Promise.reject(expired), fetch(closedUrl)]));

    expect(categorizeAuthError(error).errorType).toBe('dependency_error');
  });
});
