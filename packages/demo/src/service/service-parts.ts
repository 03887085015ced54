import type { DatabaseSync } from 'node:sqlite';
import type { AuthMeter } from '@authmeter/core';
import type { Limits } from './rate-limits';
import { createAccounts, type Accounts } from './accounts/accounts';
import { createLockout, type Lockout } from './accounts/lockout';
import { createMailbox, type Mailbox } from './accounts/mailbox';
import { createPasswordResets, type PasswordResets } from './accounts/password-resets';
import { createPasswords, type Passwords } from './accounts/passwords';
import { openDatabase } from './database';
import { createRefreshTokens, type RefreshTokens } from './sessions/refresh-tokens';
import { createSessions, type Sessions } from './sessions/sessions';
import type { SignOn } from './sign-on/sign-on';
import {
  ACCESS_TOKEN_LIFETIME_SECONDS,
  createAccessTokens,
  type AccessTokens,
} from './tokens/access-tokens';
import { createApiKeys, type ApiKeys } from './tokens/api-keys';
import { createSigningKeys, type SigningKeys } from './tokens/signing-keys';

/** Everything that the routes are made of. */
export interface ServiceParts {
  readonly meter: AuthMeter;
  readonly database: DatabaseSync;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly passwordResets: PasswordResets;
  readonly lockout: Lockout;
  readonly mailbox: Mailbox;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  readonly signingKeys: SigningKeys;
  readonly accessTokens: AccessTokens;
  readonly apiKeys: ApiKeys;
  readonly signOn: SignOn;
  readonly limits: Limits;
}

/** What a service is put together of. */
export interface PartsOptions {
  readonly meter: AuthMeter;
  readonly signOn: SignOn;
  readonly limits: Limits;
  readonly passwordMemoryKibibytes: number | undefined;
}

/** Puts the service together over an empty database. */
export function createServiceParts({
  meter,
  signOn,
  limits,
  passwordMemoryKibibytes,
}: PartsOptions): ServiceParts {
  const database = openDatabase();
  const sessions = createSessions(database, meter);
  const signingKeys = createSigningKeys(meter, ACCESS_TOKEN_LIFETIME_SECONDS);
  return {
    meter,
    database,
    accounts: createAccounts(database),
    passwords: createPasswords(meter, passwordMemoryKibibytes),
    passwordResets: createPasswordResets(database),
    lockout: createLockout(database, meter),
    mailbox: createMailbox(),
    sessions,
    refreshTokens: createRefreshTokens(database, sessions, meter),
    signingKeys,
    accessTokens: createAccessTokens(signingKeys, meter),
    apiKeys: createApiKeys(database, meter),
    signOn,
    limits,
  };
}
