import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { AuthMeter } from '@authmeter/core';

const MILLISECONDS_PER_SECOND = 1000;
/** How many keys are accepted besides the one that signs: tokens outlive the key that signed them. */
const KEPT_KEYS = 1;

/** One key pair. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly createdAtEpochSeconds: number;
}

/** The keys that sign access tokens: a new one takes over while the last one is still accepted. */
export interface SigningKeys {
  current(): SigningKey;
  /** The key with this id, if it is still accepted. */
  find(kid: string | undefined): SigningKey | undefined;
  rotate(): void;
  /** The public halves as a JSON Web Key Set. */
  publicKeySet(): { readonly keys: readonly object[] };
}

/** Tells the meter of rotations, of the keys' ages and of every lookup. */
export function createSigningKeys(meter: AuthMeter): SigningKeys {
  let current = generateKey();
  let previous: readonly SigningKey[] = [];
  const tellAges = (): void => {
    const [last] = previous;
    const age = { kind: 'credential_age', credentialType: 'signing_key' } as const;
    const { createdAtEpochSeconds } = current;
    meter.record({ ...age, state: 'current', createdAtEpochSeconds });
    if (last === undefined) return;
    meter.record({
      ...age,
      state: 'previous',
      createdAtEpochSeconds: last.createdAtEpochSeconds,
    });
  };
  tellAges();
  return {
    current: () => current,
    find: (kid) => {
      const found = [current, ...previous].find((key) => key.kid === kid);
      meter.record({ kind: 'key_lookup', result: found === undefined ? 'not_found' : 'hit' });
      return found;
    },
    rotate: () => {
      previous = [current, ...previous].slice(0, KEPT_KEYS);
      current = generateKey();
      const rotation = { kind: 'credential_rotation', credentialType: 'signing_key' } as const;
      meter.record({ ...rotation, outcome: 'success' });
      tellAges();
    },
    publicKeySet: () => ({
      keys: [current, ...previous].map(({ kid, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid,
        alg: 'ES256',
        use: 'sig',
      })),
    }),
  };
}

/** Makes a key pair for ES256. */
export function generateKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    kid: randomUUID(),
    privateKey,
    publicKey: createPublicKey(privateKey),
    createdAtEpochSeconds: Date.now() / MILLISECONDS_PER_SECOND,
  };
}
