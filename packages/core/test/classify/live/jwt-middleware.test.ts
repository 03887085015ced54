import { expressjwt, type Params } from 'express-jwt';
import { sign } from 'jsonwebtoken';
import Koa from 'koa';
import koaJwt from 'koa-jwt';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';
import { findClosedUrl, startLoopbackServer, type LoopbackServer } from './loopback-server';
import { provoke } from './provoke';

const bearer = (token: string): string => `Bearer ${token}`;

type Input = Parameters<ReturnType<typeof expressjwt>>;

/** What express-jwt passes on for one Authorization header. */
function askExpressJwt(
  authorization: string | undefined,
  options: Partial<Params>,
): Promise<unknown> {
  const middleware = expressjwt({ secret: 'secret', algorithms: ['HS256'], ...options });
  const request = { headers: { authorization }, method: 'GET' } as unknown as Input[0];
  return new Promise((resolve) => {
    void middleware(request, {} as Input[1], resolve);
  });
}

/** What koa-jwt throws for one Authorization header. */
async function askKoaJwt(authorization: string | undefined, secret: string): Promise<unknown> {
  const app = new Koa();
  let thrown: unknown;
  app.use(async (_context, next) => {
    thrown = await provoke(next);
  });
  app.use(koaJwt({ secret }));
  const server = await startLoopbackServer((request, response) => {
    void app.callback()(request, response);
  });
  await fetch(server.url, authorization === undefined ? {} : { headers: { authorization } });
  await server.close();
  return thrown;
}

describe('what express-jwt passes on for', () => {
  it.each([
    ['no header', undefined, {}, 'missing_auth'],
    ['one word', 'Bearer', {}, 'invalid_format'],
    ['an expired token', bearer(sign({ exp: 1 }, 'secret')), {}, 'expired_token'],
    ['a forged token', bearer(sign({}, 'other')), {}, 'invalid_signature'],
    ['a revoked token', bearer(sign({}, 'secret')), { isRevoked: () => true }, 'token_revoked'],
    ['another audience', bearer(sign({}, 'secret')), { audience: 'a' }, 'invalid_claims'],
    [
      'a secret function that finds no key',
      bearer(sign({}, 'secret')),
      { secret: () => undefined as unknown as string },
      'unknown_key',
    ],
    [
      'a revocation store that is down',
      bearer(sign({}, 'secret')),
      { isRevoked: () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' })) },
      'dependency_error',
    ],
  ])('%s', async (_what, authorization, options, errorType) => {
    const error = await askExpressJwt(authorization, options);

    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });
});

describe('what koa-jwt throws for', () => {
  it.each([
    ['another scheme', 'Basic abc', 'secret', 'invalid_format'],
    ['an expired token', bearer(sign({ exp: 1 }, 'secret')), 'secret', 'expired_token'],
    ['a forged token', bearer(sign({}, 'other')), 'secret', 'invalid_signature'],
    ['no secret', bearer(sign({}, 'secret')), '', 'configuration_error'],
  ])('%s', async (_what, authorization, secret, errorType) => {
    expect(categorizeAuthError(await askKoaJwt(authorization, secret)).errorType).toBe(errorType);
  });

  it('no header, once the adapter says that none came', async () => {
    const error = await askKoaJwt(undefined, 'secret');

    expect(categorizeAuthError(error, { credentialPresent: false }).errorType).toBe('missing_auth');
  });
});

describe('what jwks-rsa rejects with', () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startLoopbackServer((request, response) => {
      response.statusCode = request.url === '/500' ? 500 : 200;
      response.end(request.url === '/empty' ? '{"keys":[]}' : '<html>login</html>');
    });
  });
  afterAll(() => server.close());

  it.each([
    ['HTML', () => server.url, 'dependency_error'],
    ['a 500', () => `${server.url}/500`, 'dependency_error'],
    ['no keys', () => `${server.url}/empty`, 'dependency_error'],
    ['no listener', findClosedUrl, 'dependency_error'],
  ])('for %s', async (_what, findUrl, errorType) => {
    const { JwksClient } = await import('jwks-rsa');
    const client = new JwksClient({ jwksUri: await findUrl() });

    const error = await provoke(() => client.getSigningKey('kid'));

    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });
});
