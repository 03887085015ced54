import { createSecretKey } from 'node:crypto';
import { sign, type SignOptions } from 'jsonwebtoken';

/** The application's verification key. */
export const SECRET = 'the-secret-of-the-contract-application';
export const AUDIENCE = 'contract';
/** The `jti` that the application has withdrawn. */
export const REVOKED_ID = 'withdrawn';

const HOUR_SECONDS = 3600;
const NOW_SECONDS = Math.floor(Date.now() / 1000);

function mint(claims: object, options: SignOptions = {}, secret = SECRET): string {
  const usual = { sub: 'alice', iat: NOW_SECONDS - 60, exp: NOW_SECONDS + HOUR_SECONDS };
  return sign({ ...usual, ...claims }, createSecretKey(secret, 'utf8'), {
    audience: AUDIENCE,
    algorithm: 'HS256',
    keyid: 'current',
    ...options,
  });
}

/** What a request may present in its `Authorization` header. */
export const AUTHORIZATIONS = {
  valid: `Bearer ${mint({})}`,
  admin: `Bearer ${mint({ role: 'admin' })}`,
  expired: `Bearer ${mint({ iat: NOW_SECONDS - 2 * HOUR_SECONDS, exp: NOW_SECONDS - 60 })}`,
  'not yet valid': `Bearer ${mint({ nbf: NOW_SECONDS + HOUR_SECONDS })}`,
  'bad signature': `Bearer ${mint({}, {}, 'the-secret-of-somebody-else-entirely')}`,
  'wrong algorithm': `Bearer ${mint({}, { algorithm: 'HS512' })}`,
  'wrong audience': `Bearer ${mint({}, { audience: 'another' })}`,
  'unknown key': `Bearer ${mint({}, { keyid: 'retired' })}`,
  revoked: `Bearer ${mint({ jti: REVOKED_ID })}`,
  malformed: 'Bearer this-is-no-token',
  'unknown scheme': 'Carrier pigeon',
} as const;

export type AuthorizationName = keyof typeof AUTHORIZATIONS;
