import { createHmac, hash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
/** Hexadecimal digits of 48 bits. */
const HASH_DIGITS = 12;

/** Turns the name of an account, a session or a token into a number of 48 bits. */
export type KeyHash = (name: string) => number;

/**
 * Creates a hash under a secret of its own, so that nobody outside can choose names that collide, and nothing that was
 * hashed can be found in the process afterwards.
 */
export function createKeyHash(): KeyHash {
  const secret = randomBytes(SECRET_BYTES);
  const prefix = secret.toString('hex');
  // Four times as fast, and missing in Node 20.11. The hashes never leave, so nobody can extend one.
  const digest =
    typeof hash === 'function'
      ? (name: string): string => hash('sha256', prefix + name, 'hex')
      : (name: string): string => createHmac('sha256', secret).update(name).digest('hex');
  return (name) => Number.parseInt(digest(name).slice(0, HASH_DIGITS), 16);
}
