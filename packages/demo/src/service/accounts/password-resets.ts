import type { DatabaseSync } from 'node:sqlite';
import { createSecret, digestSecret } from '../secret';
import { ServiceError } from '../service-error';

const LIFETIME_MILLISECONDS = 30 * 60_000;

interface PasswordResetRow {
  readonly accountId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** One-time tokens that prove access to the account's mailbox. */
export interface PasswordResets {
  issue(accountId: string): string;
  /**
   * Answers whose token it was; it works once.
   *
   * @throws ServiceError `INVALID_RESET_TOKEN` or `EXPIRED_RESET_TOKEN`
   */
  redeem(token: string): string;
}

export function createPasswordResets(database: DatabaseSync): PasswordResets {
  const insert = database.prepare(
    'INSERT INTO passwordResets (digest, accountId, expiresAt) VALUES (?, ?, ?)',
  );
  const byDigest = database.prepare('SELECT * FROM passwordResets WHERE digest = ?');
  const use = database.prepare('UPDATE passwordResets SET usedAt = ? WHERE digest = ?');
  return {
    issue: (accountId) => {
      const token = createSecret();
      insert.run(digestSecret(token), accountId, Date.now() + LIFETIME_MILLISECONDS);
      return token;
    },
    redeem: (token) => {
      const digest = digestSecret(token);
      const reset = byDigest.get(digest) as PasswordResetRow | undefined;
      // Links in mails are clicked twice by accident: that is no theft.
      if (reset === undefined || reset.usedAt !== null) {
        throw new ServiceError('INVALID_RESET_TOKEN');
      }
      if (reset.expiresAt <= Date.now()) throw new ServiceError('EXPIRED_RESET_TOKEN');
      use.run(Date.now(), digest);
      return reset.accountId;
    },
  };
}
