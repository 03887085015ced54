import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { AuthMeter } from '@authmeter/core';
import { createSecret, digestSecret } from '../secret';
import { ServiceError } from '../service-error';

interface ApiKeyRow {
  readonly id: string;
  readonly accountId: string;
  readonly revokedAt: number | null;
}

/** Keys with which machines call in the name of an account. */
export interface ApiKeys {
  /** The secret is shown this once. */
  issue(accountId: string): { readonly id: string; readonly secret: string };
  /** @throws ServiceError `INVALID_API_KEY` or `API_KEY_REVOKED` */
  verify(secret: string): { readonly id: string; readonly accountId: string };
  /** Answers false for a key that the account does not have. */
  revoke(id: string, accountId: string): boolean;
}

export function createApiKeys(database: DatabaseSync, meter: AuthMeter): ApiKeys {
  const insert = database.prepare('INSERT INTO apiKeys (id, digest, accountId) VALUES (?, ?, ?)');
  const byDigest = database.prepare('SELECT * FROM apiKeys WHERE digest = ?');
  const revoke = database.prepare(
    'UPDATE apiKeys SET revokedAt = ? WHERE id = ? AND accountId = ? AND revokedAt IS NULL',
  );
  return {
    issue: (accountId) => {
      const id = randomUUID();
      const secret = `demo_${createSecret()}`;
      insert.run(id, digestSecret(secret), accountId);
      meter.record({ kind: 'token_issuance', tokenType: 'api_key', accountId });
      return { id, secret };
    },
    verify: (secret) => {
      const found = byDigest.get(digestSecret(secret)) as ApiKeyRow | undefined;
      if (found === undefined) throw new ServiceError('INVALID_API_KEY');
      if (found.revokedAt !== null) throw new ServiceError('API_KEY_REVOKED');
      return found;
    },
    revoke: (id, accountId) => {
      const isRevoked = revoke.run(Date.now(), id, accountId).changes > 0;
      if (isRevoked) {
        meter.record({ kind: 'token_revocation', tokenType: 'api_key', cause: 'user', accountId });
      }
      return isRevoked;
    },
  };
}
