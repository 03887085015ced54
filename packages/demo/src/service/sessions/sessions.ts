import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { AuthMeter } from '@authmeter/core';
import type { EndCause } from '@authmeter/core/conventions';

const METHOD = 'password';
const MILLISECONDS_PER_SECOND = 1000;

interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Sessions; each is a family of refresh tokens, and ends with all of them. */
export interface Sessions {
  start(accountId: string): string;
  /** Whose session it is; undefined once it has ended. */
  ownerOf(sessionId: string): string | undefined;
  /** Ends a session, once. */
  end(sessionId: string, cause: EndCause): void;
  endAllOf(accountId: string, cause: EndCause): void;
}

/** Tells the meter of every start, and of every end with the tokens that it withdraws. */
export function createSessions(database: DatabaseSync, meter: AuthMeter): Sessions {
  const insert = database.prepare(
    'INSERT INTO sessions (id, accountId, startedAt) VALUES (?, ?, ?)',
  );
  const open = database.prepare('SELECT * FROM sessions WHERE id = ? AND endedAt IS NULL');
  const openOf = database.prepare('SELECT * FROM sessions WHERE accountId = ? AND endedAt IS NULL');
  const close = database.prepare('UPDATE sessions SET endedAt = ? WHERE id = ?');
  const endOne = ({ id, accountId, startedAt }: SessionRow, cause: EndCause): void => {
    const now = Date.now();
    close.run(now, id);
    meter.record({
      kind: 'session',
      change: 'ended',
      method: METHOD,
      cause,
      durationSeconds: (now - startedAt) / MILLISECONDS_PER_SECOND,
      accountId,
      sessionId: id,
    });
    meter.record({ kind: 'token_revocation', tokenType: 'refresh', cause, accountId });
  };
  const findOpen = (id: string): SessionRow | undefined => open.get(id) as SessionRow | undefined;
  return {
    start: (accountId) => {
      const id = randomUUID();
      insert.run(id, accountId, Date.now());
      meter.record({
        kind: 'session',
        change: 'started',
        method: METHOD,
        accountId,
        sessionId: id,
      });
      return id;
    },
    ownerOf: (sessionId) => findOpen(sessionId)?.accountId,
    end: (sessionId, cause) => {
      const session = findOpen(sessionId);
      if (session !== undefined) endOne(session, cause);
    },
    endAllOf: (accountId, cause) => {
      for (const session of openOf.all(accountId)) endOne(session as unknown as SessionRow, cause);
    },
  };
}
