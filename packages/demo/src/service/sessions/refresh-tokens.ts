import type { DatabaseSync } from 'node:sqlite';
import type { AuthMeter } from '@authmeter/core';
import type { GrantType } from '@authmeter/core/conventions';
import { createSecret, digestSecret } from '../secret';
import { ServiceError } from '../service-error';
import type { Sessions } from './sessions';

const LIFETIME_MILLISECONDS = 14 * 86_400_000;

interface RefreshTokenRow {
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** What a refresh token was good for. */
export interface Refreshed {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Refresh tokens that work once: each use hands out the next one of its family. */
export interface RefreshTokens {
  issue(session: Refreshed, grantType: GrantType): string;
  /**
   * Uses a token up. One that comes a second time is stolen or its successor is, so the whole family ends.
   *
   * @throws ServiceError `INVALID_REFRESH_TOKEN`, `TOKEN_REUSED`, `TOKEN_REVOKED` or `EXPIRED_REFRESH_TOKEN`
   */
  redeem(token: string): Refreshed;
}

export function createRefreshTokens(
  database: DatabaseSync,
  sessions: Sessions,
  meter: AuthMeter,
): RefreshTokens {
  const insert = database.prepare(
    'INSERT INTO refreshTokens (digest, sessionId, expiresAt) VALUES (?, ?, ?)',
  );
  const byDigest = database.prepare('SELECT * FROM refreshTokens WHERE digest = ?');
  const use = database.prepare('UPDATE refreshTokens SET usedAt = ? WHERE digest = ?');
  return {
    issue: ({ accountId, sessionId }, grantType) => {
      const token = createSecret();
      insert.run(digestSecret(token), sessionId, Date.now() + LIFETIME_MILLISECONDS);
      meter.record({ kind: 'token_issuance', tokenType: 'refresh', grantType, accountId });
      return token;
    },
    redeem: (token) => {
      const digest = digestSecret(token);
      const found = byDigest.get(digest) as RefreshTokenRow | undefined;
      if (found === undefined) throw new ServiceError('INVALID_REFRESH_TOKEN');
      const { sessionId, expiresAt, usedAt } = found;
      if (usedAt !== null) {
        sessions.end(sessionId, 'reuse');
        throw new ServiceError('TOKEN_REUSED');
      }
      const accountId = sessions.ownerOf(sessionId);
      if (accountId === undefined) throw new ServiceError('TOKEN_REVOKED');
      if (expiresAt <= Date.now()) throw new ServiceError('EXPIRED_REFRESH_TOKEN');
      use.run(Date.now(), digest);
      meter.record({ kind: 'token_revocation', tokenType: 'refresh', cause: 'rotation' });
      return { accountId, sessionId };
    },
  };
}
