import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sign, type SignOptions } from 'jsonwebtoken';

/** The application's verification key. */
export const SECRET = 'the-secret-of-the-contract-application';
export const AUDIENCE = 'contract';
/** The `jti` that the application has withdrawn. */
export const REVOKED_ID = 'withdrawn';

const HOUR_SECONDS = 3600;
const NOW_SECONDS = Math.floor(Date.now() / 1000);

/** The keys of a host that rotates them: one is published, the other no longer is. */
const published = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const retired = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const EC_ALGORITHM = 'ES256';

/** The published key set. */
export const KEY_SET = {
  keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: 'current', alg: EC_ALGORITHM }],
};

function mint(claims: object, options: SignOptions = {}, key = secretKey(SECRET)): string {
  const usual = { sub: 'alice', iat: NOW_SECONDS - 60, exp: NOW_SECONDS + HOUR_SECONDS };
  return sign({ ...usual, ...claims }, key, {
    audience: AUDIENCE,
    algorithm: 'HS256',
    ...options,
  });
}

function secretKey(secret: string): KeyObject {
  return createSecretKey(secret, 'utf8');
}

/** What a request may present in its `Authorization` header. */
export const AUTHORIZATIONS = {
  valid: `Bearer ${mint({})}`,
  admin: `Bearer ${mint({ role: 'admin' })}`,
  expired: `Bearer ${mint({ iat: NOW_SECONDS - 2 * HOUR_SECONDS, exp: NOW_SECONDS - 60 })}`,
  'not yet valid': `Bearer ${mint({ nbf: NOW_SECONDS + HOUR_SECONDS })}`,
  'bad signature': `Bearer ${mint({}, {}, secretKey('the-secret-of-somebody-else-entirely'))}`,
  'wrong algorithm': `Bearer ${mint({}, { algorithm: 'HS512' })}`,
  'wrong audience': `Bearer ${mint({}, { audience: 'another' })}`,
  'unknown key': `Bearer ${mint({}, { algorithm: EC_ALGORITHM, keyid: 'retired' }, retired.privateKey)}`,
  revoked: `Bearer ${mint({ jti: REVOKED_ID })}`,
  malformed: 'Bearer this-is-no-token',
  'unknown scheme': 'Carrier pigeon',
} as const;

export type AuthorizationName = keyof typeof AUTHORIZATIONS;
