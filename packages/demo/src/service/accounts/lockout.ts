import type { DatabaseSync } from 'node:sqlite';
import type { AuthMeter } from '@authmeter/core';
import { ServiceError } from '../service-error';
import type { Account } from './accounts';

/** Failed logins in a row that lock an account. */
export const MOST_FAILED_LOGINS = 5;
const LOCK_MILLISECONDS = 15 * 60_000;

/** Locks an account after too many failures in a row. */
export interface Lockout {
  /** @throws ServiceError `ACCOUNT_LOCKED` */
  requireUnlocked(account: Account): void;
  noteFailure(account: Account): void;
  noteSuccess(account: Account): void;
  /** The owner has proved to be the owner. */
  unlock(account: Account): void;
}

export function createLockout(database: DatabaseSync, meter: AuthMeter): Lockout {
  const fail = database.prepare(
    'UPDATE accounts SET failedLogins = failedLogins + 1 WHERE id = ? RETURNING failedLogins',
  );
  const lock = database.prepare('UPDATE accounts SET lockedUntil = ? WHERE id = ?');
  const reset = database.prepare(
    'UPDATE accounts SET failedLogins = 0, lockedUntil = NULL WHERE id = ?',
  );
  return {
    requireUnlocked: ({ id, lockedUntil }) => {
      if (lockedUntil === null) return;
      if (lockedUntil > Date.now()) throw new ServiceError('ACCOUNT_LOCKED');
      reset.run(id);
      meter.record({ kind: 'lockout', cause: 'max_retries', transition: 'expired', accountId: id });
    },
    noteFailure: ({ id }) => {
      const { failedLogins } = fail.get(id) as { failedLogins: number };
      if (failedLogins !== MOST_FAILED_LOGINS) return;
      lock.run(Date.now() + LOCK_MILLISECONDS, id);
      meter.record({ kind: 'lockout', cause: 'max_retries', transition: 'locked', accountId: id });
    },
    noteSuccess: ({ id }) => {
      reset.run(id);
    },
    unlock: ({ id, lockedUntil }) => {
      reset.run(id);
      if (lockedUntil === null) return;
      meter.record({ kind: 'lockout', cause: 'customer', transition: 'unlocked', accountId: id });
    },
  };
}
