import { generateKeyPairSync } from 'node:crypto';
import type * as JoseModule from 'jose';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';
import { findClosedUrl, startLoopbackServer, type LoopbackServer } from './loopback-server';
import { provoke } from './provoke';

type Jose = typeof JoseModule;

const nowSeconds = Math.floor(Date.now() / 1000);
const secret = new Uint8Array(32).fill(7);
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The releases speak alike as far as this test goes; the types of the newest stand for all. */
const VERSIONS: readonly (readonly [version: string, load: () => Promise<unknown>])[] = [
  ['4', () => import('jose4')],
  ['5', () => import('jose5')],
  ['6', () => import('jose')],
];

describe.each(VERSIONS)('what jose %s throws for', (_version, load) => {
  let jose: Jose;
  let broken: LoopbackServer;
  let closedUrl: string;

  beforeAll(async () => {
    jose = (await load()) as Jose;
    closedUrl = await findClosedUrl();
    broken = await startLoopbackServer((request, response) => {
      if (request.url === '/hanging') return;
      response.statusCode = request.url === '/500' ? 500 : 200;
      response.end(request.url === '/empty' ? '{"keys":[]}' : '<html>login</html>');
    });
  });
  afterAll(() => broken.close());

  const sign = (claims: Readonly<Record<string, unknown>>, key = secret): Promise<string> =>
    new jose.SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(key);
  const signRs256 = (): Promise<string> =>
    new jose.SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
  const check = async (
    claims: Readonly<Record<string, unknown>>,
    options?: JoseModule.JWTVerifyOptions,
  ) => jose.jwtVerify(await sign(claims), secret, options);
  const checkRemotely = async (url: string) =>
    jose.jwtVerify(
      await signRs256(),
      jose.createRemoteJWKSet(new URL(url), { timeoutDuration: 200 }),
    );

  const CASES: readonly (readonly [what: string, action: () => unknown, errorType: string])[] = [
    ['a token past exp', () => check({ exp: nowSeconds - 1 }), 'expired_token'],
    ['a token too old', () => check({ iat: 1 }, { maxTokenAge: '1m' }), 'expired_token'],
    ['a token before nbf', () => check({ nbf: nowSeconds + 99 }), 'token_not_yet_valid'],
    [
      'a token issued in the future',
      () => check({ iat: nowSeconds + 99 }, { maxTokenAge: '1m' }),
      'token_not_yet_valid',
    ],
    ['exp that is no number', () => check({ exp: 'soon' }), 'invalid_claims'],
    ['another issuer', () => check({ iss: 'a' }, { issuer: 'b' }), 'invalid_claims'],
    ['no audience', () => check({}, { audience: 'b' }), 'invalid_claims'],
    ['an algorithm not allowed', () => check({}, { algorithms: ['HS512'] }), 'invalid_algorithm'],
    [
      'a signature by another key',
      async () => jose.jwtVerify(await sign({}, new Uint8Array(32)), secret),
      'invalid_signature',
    ],
    ['one segment', () => jose.jwtVerify('abc', secret), 'invalid_format'],
    [
      'a public key for HS256',
      async () => jose.jwtVerify(await sign({}), publicKey),
      'invalid_algorithm',
    ],
    [
      'no key of that id',
      async () => jose.jwtVerify(await signRs256(), jose.createLocalJWKSet({ keys: [] })),
      'unknown_key',
    ],
    ['ciphertext that is none', () => jose.jwtDecrypt('abc', secret), 'invalid_format'],
    ['a key that is no PEM', () => jose.importSPKI('no key', 'RS256'), 'configuration_error'],
    ['no listener at the key host', () => checkRemotely(closedUrl), 'dependency_error'],
    ['HTML from the key host', () => checkRemotely(broken.url), 'dependency_error'],
    ['a 500 from the key host', () => checkRemotely(`${broken.url}/500`), 'dependency_error'],
    ['silence of the key host', () => checkRemotely(`${broken.url}/hanging`), 'dependency_error'],
    ['no keys at the key host', () => checkRemotely(`${broken.url}/empty`), 'unknown_key'],
  ];

  it.each(CASES)('%s', async (_what, action, errorType) => {
    const error = await provoke(action);

    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });
});
