import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../service-error';

export type Role = 'member' | 'admin';

/** An account as it is stored. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly passwordDigest: string;
  readonly role: Role;
  readonly isDisabled: 0 | 1;
  readonly failedLogins: number;
  /** Epoch milliseconds; null when it is not locked. */
  readonly lockedUntil: number | null;
}

/** Who may log in. */
export interface Accounts {
  /** @throws ServiceError `EMAIL_TAKEN` */
  create(account: Pick<Account, 'email' | 'passwordDigest' | 'role'>): Account;
  findByEmail(email: string): Account | undefined;
  find(id: string): Account | undefined;
  setPassword(id: string, passwordDigest: string): void;
  disable(id: string): void;
}

export function createAccounts(database: DatabaseSync): Accounts {
  const insert = database.prepare(
    'INSERT INTO accounts (id, email, passwordDigest, role) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const byEmail = database.prepare('SELECT * FROM accounts WHERE email = ?');
  const byId = database.prepare('SELECT * FROM accounts WHERE id = ?');
  const updatePassword = database.prepare('UPDATE accounts SET passwordDigest = ? WHERE id = ?');
  const disable = database.prepare('UPDATE accounts SET isDisabled = 1 WHERE id = ?');
  const find = (id: string): Account | undefined => byId.get(id) as Account | undefined;
  return {
    create: ({ email, passwordDigest, role }) => {
      const id = randomUUID();
      const { changes } = insert.run(id, email.toLowerCase(), passwordDigest, role);
      const created = find(id);
      if (changes === 0 || created === undefined) throw new ServiceError('EMAIL_TAKEN');
      return created;
    },
    findByEmail: (email) => byEmail.get(email.toLowerCase()) as Account | undefined,
    find,
    setPassword: (id, passwordDigest) => {
      updatePassword.run(passwordDigest, id);
    },
    disable: (id) => {
      disable.run(id);
    },
  };
}
