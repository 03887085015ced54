import { generateKeyPairSync } from 'node:crypto';
import { sign, verify, type VerifyOptions } from 'jsonwebtoken';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';
import { provoke } from './provoke';

const HOUR_SECONDS = 3600;
const nowSeconds = Math.floor(Date.now() / 1000);
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const check = (token: string, secret = 'secret', options: VerifyOptions = {}) =>
  verify(token, secret, options);

const CASES: readonly (readonly [what: string, action: () => unknown, errorType: string])[] = [
  ['a token past exp', () => check(sign({ exp: nowSeconds - 1 }, 'secret')), 'expired_token'],
  [
    'a token older than maxAge',
    () => check(sign({ iat: nowSeconds - HOUR_SECONDS }, 'secret'), 'secret', { maxAge: '1m' }),
    'expired_token',
  ],
  [
    'a token before nbf',
    () => check(sign({ nbf: nowSeconds + HOUR_SECONDS }, 'secret')),
    'token_not_yet_valid',
  ],
  ['another secret', () => check(sign({}, 'other')), 'invalid_signature'],
  ['one segment', () => check('abc'), 'invalid_format'],
  ['garbage in three segments', () => check('a.b.c'), 'invalid_format'],
  ['no token', () => check(''), 'missing_auth'],
  [
    'another audience',
    () => check(sign({}, 'secret'), 'secret', { audience: 'a' }),
    'invalid_claims',
  ],
  ['another issuer', () => check(sign({}, 'secret'), 'secret', { issuer: 'a' }), 'invalid_claims'],
  [
    'an algorithm that is not allowed',
    () => check(sign({}, 'secret'), 'secret', { algorithms: ['HS512'] }),
    'invalid_algorithm',
  ],
  [
    'a public key used as an HMAC secret',
    () => check(sign({}, 'secret'), publicKey),
    'invalid_algorithm',
  ],
  ['a stripped signature', () => check(sign({}, '', { algorithm: 'none' })), 'invalid_signature'],
  [
    'an RS256 token and a shared secret',
    () => check(sign({}, privateKey, { algorithm: 'RS256' }), 'secret', { algorithms: ['RS256'] }),
    'configuration_error',
  ],
  ['no secret', () => check(sign({}, 'secret'), ''), 'configuration_error'],
  ['no private key', () => sign({}, ''), 'configuration_error'],
];

describe('what jsonwebtoken throws for', () => {
  it.each(CASES)('%s', async (_what, action, errorType) => {
    const error = await provoke(action);

    expect(categorizeAuthError(error).errorType).toBe(errorType);
  });

  it('a key callback that cannot reach its host', async () => {
    const token = sign({}, 'secret');
    const error = await new Promise((resolve) => {
      verify(
        token,
        (_header, done) => {
          done(new Error('connect ECONNREFUSED 127.0.0.1:1'));
        },
        resolve,
      );
    });

    expect(categorizeAuthError(error).errorType).toBe('dependency_error');
  });
});
