import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { AuthMeter } from '@authmeter/core';

const MILLISECONDS_PER_SECOND = 1000;

/** One key pair. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly createdAtEpochSeconds: number;
}

/** The keys that sign access tokens: a new one takes over while the last ones are still accepted. */
export interface SigningKeys {
  current(): SigningKey;
  /** The key with this id, if it is still accepted. */
  find(kid: string | undefined): SigningKey | undefined;
  rotate(): void;
  /** The public halves as a JSON Web Key Set. */
  publicKeySet(): { readonly keys: readonly object[] };
}

interface RetiredKey {
  readonly key: SigningKey;
  readonly acceptedUntil: number;
}

/**
 * Tells the meter of rotations, of the keys' ages and of every lookup.
 *
 * @param overlapSeconds How long a retired key is accepted: as long as the last token that it signed lives.
 */
export function createSigningKeys(meter: AuthMeter, overlapSeconds: number): SigningKeys {
  let current = generateKey();
  let retired: readonly RetiredKey[] = [];
  const accepted = (): readonly SigningKey[] => {
    retired = retired.filter(({ acceptedUntil }) => acceptedUntil > Date.now());
    return [current, ...retired.map(({ key }) => key)];
  };
  const tellAges = (): void => {
    const [, previous] = accepted();
    const age = { kind: 'credential_age', credentialType: 'signing_key' } as const;
    const { createdAtEpochSeconds } = current;
    meter.record({ ...age, state: 'current', createdAtEpochSeconds });
    if (previous === undefined) return;
    meter.record({
      ...age,
      state: 'previous',
      createdAtEpochSeconds: previous.createdAtEpochSeconds,
    });
  };
  tellAges();
  return {
    current: () => current,
    find: (kid) => {
      const found = accepted().find((key) => key.kid === kid);
      meter.record({ kind: 'key_lookup', result: found === undefined ? 'not_found' : 'hit' });
      return found;
    },
    rotate: () => {
      const acceptedUntil = Date.now() + overlapSeconds * MILLISECONDS_PER_SECOND;
      retired = [{ key: current, acceptedUntil }, ...retired];
      current = generateKey();
      const rotation = { kind: 'credential_rotation', credentialType: 'signing_key' } as const;
      meter.record({ ...rotation, outcome: 'success' });
      tellAges();
    },
    publicKeySet: () => ({
      keys: accepted().map(({ kid, publicKey }) => ({
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
