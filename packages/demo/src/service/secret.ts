import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** A secret that nobody can guess, as URL-safe text. */
export function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What the database keeps of such a secret. Passwords are guessable and need a slow hash instead. */
export function digestSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
