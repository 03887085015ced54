import { DatabaseSync } from 'node:sqlite';

/** Instants are epoch milliseconds; of secrets only digests are kept. */
const SCHEMA = `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    passwordDigest TEXT NOT NULL,
    role TEXT NOT NULL,
    isDisabled INTEGER NOT NULL DEFAULT 0,
    failedLogins INTEGER NOT NULL DEFAULT 0,
    lockedUntil INTEGER
  );
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    accountId TEXT NOT NULL,
    startedAt INTEGER NOT NULL,
    endedAt INTEGER
  );
  CREATE TABLE refreshTokens (
    digest TEXT PRIMARY KEY,
    sessionId TEXT NOT NULL,
    expiresAt INTEGER NOT NULL,
    usedAt INTEGER
  );
  CREATE TABLE apiKeys (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    accountId TEXT NOT NULL,
    revokedAt INTEGER
  );
  CREATE TABLE passwordResets (
    digest TEXT PRIMARY KEY,
    accountId TEXT NOT NULL,
    expiresAt INTEGER NOT NULL,
    usedAt INTEGER
  );
  CREATE INDEX sessionsByAccount ON sessions (accountId);
`;

/** Opens an empty database in memory, so that every start is a fresh one. */
export function openDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(SCHEMA);
  return database;
}
