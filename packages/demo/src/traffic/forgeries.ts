import { createHmac, randomUUID } from 'node:crypto';
import type { AuthErrorType } from '@authmeter/core/conventions';
import { sign, type SignOptions } from 'jsonwebtoken';
import {
  ACCESS_TOKEN_ALGORITHM,
  ACCESS_TOKEN_AUDIENCE,
  ACCESS_TOKEN_ISSUER,
  ACCESS_TOKEN_LIFETIME_SECONDS,
} from '../service/tokens/access-tokens';
import { generateKey, type SigningKey } from '../service/tokens/signing-keys';

/** A way in which a token is not what it should be. */
export interface Forgery {
  readonly name: string;
  readonly weight: number;
  /** Makes such a token; the service's own key is at hand. */
  readonly forge: (key: SigningKey) => string;
  readonly errorType: AuthErrorType;
}

/** One row each. */
export const FORGERIES: readonly Forgery[] = [
  {
    name: 'shows an expired token',
    weight: 6,
    forge: (key) => signToken(key, { expiresIn: -60 }),
    errorType: 'expired_token',
  },
  {
    name: 'has a clock that runs ahead',
    weight: 1,
    forge: (key) => signToken(key, { notBefore: 300 }),
    errorType: 'token_not_yet_valid',
  },
  {
    name: 'shows a token for another service',
    weight: 1,
    forge: (key) => signToken(key, { audience: 'https://elsewhere.example' }),
    errorType: 'invalid_claims',
  },
  {
    name: 'signs with a key of its own',
    weight: 1,
    forge: () => signToken(generateKey()),
    errorType: 'unknown_key',
  },
  {
    name: 'makes itself an admin',
    weight: 2,
    forge: (key) => {
      const [header = '', , signature = ''] = signToken(key).split('.');
      return [header, encode({ sub: randomUUID(), role: 'admin' }), signature].join('.');
    },
    errorType: 'invalid_signature',
  },
  {
    name: 'leaves the signature out',
    weight: 1,
    forge: ({ kid }) => `${encode({ alg: 'none', kid })}.${encode({ sub: randomUUID() })}.`,
    errorType: 'invalid_signature',
  },
  {
    name: 'takes the public key for a secret',
    weight: 1,
    forge: ({ kid, publicKey }) => {
      const signed = `${encode({ alg: 'HS256', kid })}.${encode({ sub: randomUUID() })}`;
      const secret = publicKey.export({ format: 'pem', type: 'spki' });
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    },
    errorType: 'invalid_algorithm',
  },
  {
    name: 'shows something that is no token',
    weight: 2,
    forge: () => 'not-a-token',
    errorType: 'invalid_format',
  },
];

/** Signs as the service would, except for what the options change. */
function signToken({ kid, privateKey }: SigningKey, changed: SignOptions = {}): string {
  return sign({ sid: randomUUID(), role: 'member' }, privateKey, {
    algorithm: ACCESS_TOKEN_ALGORITHM,
    keyid: kid,
    subject: randomUUID(),
    issuer: ACCESS_TOKEN_ISSUER,
    audience: ACCESS_TOKEN_AUDIENCE,
    expiresIn: ACCESS_TOKEN_LIFETIME_SECONDS,
    ...changed,
  });
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
