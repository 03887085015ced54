import type { KeyObject } from 'node:crypto';
import { types } from 'node:util';
import { lateCrypto } from '../late-modules';
import { createTwoGenerationCache } from './two-generation-cache';

/** A secret of at least 16 bytes: a text (its UTF-8 bytes count), bytes, or a secret `KeyObject`. */
export type PseudonymKey = string | Uint8Array | KeyObject;

/** A shorter secret can be guessed. */
export const MIN_KEY_BYTES = 16;
const PSEUDONYM_DIGITS = 16;
const CACHE_MAX_ENTRIES = 512;
const CACHED_ID_MAX_CHARACTERS = 256;

/**
 * Creates the function that turns a user id into its pseudonym under `key`, see `pseudonymize`. It remembers
 * the pseudonyms of up to 512 recent ids of at most 256 characters, so those ids stay in memory in clear.
 * Throws a TypeError here, and never later for a string, when the key is no secret of at least 16 bytes; the
 * message names the option `userIdKey` and the key's length, never its content.
 */
export function createPseudonymizer(key: PseudonymKey): (userId: string) => string {
  const secretKey = toSecretKey(key);
  const cache = createTwoGenerationCache(CACHE_MAX_ENTRIES);
  return function pseudonymizeUserId(userId) {
    if (userId.length > CACHED_ID_MAX_CHARACTERS) return hashUserId(userId, secretKey);
    const known = cache.get(userId);
    if (known !== undefined) return known;
    const pseudonym = hashUserId(userId, secretKey);
    cache.set(copyText(userId), pseudonym);
    return pseudonym;
  };
}

/** Keeps a session apart from an account that has the same id. */
const SESSION_PREFIX = 'session\n';

/**
 * Creates the function that turns a session id into its pseudonym under `key`. It remembers nothing, because a
 * session id is a credential. Throws as `createPseudonymizer` does.
 */
export function createSessionPseudonymizer(key: PseudonymKey): (sessionId: string) => string {
  const secretKey = toSecretKey(key);
  return (sessionId) => hashUserId(SESSION_PREFIX + sessionId, secretKey);
}

/**
 * The pseudonym of a user id: the first 16 hexadecimal digits of its HMAC-SHA-256 under `key`. The same id and key
 * give the same pseudonym in every process; without the key it can be neither reversed nor recomputed. For many
 * ids create a pseudonymizer, which prepares the key once. Throws a TypeError when the key is no secret of at
 * least 16 bytes.
 */
export function pseudonymize(userId: string, key: PseudonymKey): string {
  return hashUserId(userId, toSecretKey(key));
}

function hashUserId(userId: string, secretKey: KeyObject): string {
  const digits = lateCrypto().createHmac('sha256', secretKey).update(userId).digest('hex');
  // A copy, because a cut text keeps the whole one, and ledgers keep thousands of these.
  return Buffer.from(digits.slice(0, PSEUDONYM_DIGITS), 'latin1').toString('latin1');
}

/**
 * The same text in memory of its own. An id may be a slice of a request, which V8 keeps whole for as long as the
 * slice lives; joining and cutting makes it copy the characters, at a third of the price of a buffer.
 */
function copyText(text: string): string {
  return ` ${text}`.slice(1);
}

/** Node 24 hashes several times slower with bytes as the key than with a `KeyObject`. */
function toSecretKey(key: PseudonymKey): KeyObject {
  const keyBytes = countKeyBytes(key);
  if (keyBytes === undefined || keyBytes < MIN_KEY_BYTES) {
    throw new TypeError(
      `userIdKey must be a secret of at least ${String(MIN_KEY_BYTES)} bytes, as a string, a Uint8Array or a secret ` +
        `KeyObject; given: ${keyBytes === undefined ? describeNoSecret(key) : `${String(keyBytes)} bytes`}.`,
    );
  }
  if (types.isKeyObject(key)) return key;
  return lateCrypto().createSecretKey(typeof key === 'string' ? Buffer.from(key) : key);
}

function countKeyBytes(key: unknown): number | undefined {
  if (typeof key === 'string') return Buffer.byteLength(key);
  if (types.isUint8Array(key)) return key.byteLength;
  return types.isKeyObject(key) ? key.symmetricKeySize : undefined;
}

function describeNoSecret(key: unknown): string {
  return types.isKeyObject(key) ? `a ${key.type} key` : `a value of type ${typeof key}`;
}
