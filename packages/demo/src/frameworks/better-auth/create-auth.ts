import { DatabaseSync } from 'node:sqlite';
import type { AuthMeter } from '@authmeter/core';
import { authMetrics, observeHandler, type AuthHandler } from '@authmeter/better-auth';
import type { BetterAuthOptions } from 'better-auth' with { 'resolution-mode': 'import' };
import type { Mailbox } from '../../service/accounts/mailbox';
import { createPasswords } from '../../service/accounts/passwords';
import { createSecret } from '../../service/secret';
import { TRUSTED_HOPS } from '../../service/surroundings';

/** How many log-ins a minute, for each address. */
export const MOST_LOGINS = 10;
const WINDOW_SECONDS = 60;
const PROXY = { trustedHops: TRUSTED_HOPS };

/** Better Auth on an empty database, and what makes its first accounts. */
export interface Auth {
  readonly handle: AuthHandler;
  readonly createAccount: (account: FirstAccount) => Promise<void>;
  /** Throws when the database does not answer. */
  readonly checkDatabase: () => void;
  readonly close: () => void;
}

interface FirstAccount {
  readonly email: string;
  readonly password: string;
  readonly role: 'admin' | 'user';
  readonly isBanned: boolean;
}

/** Sets Better Auth up as an application does, with Authmeter's plugin last and its handler wrapped. */
export async function createAuth(
  baseURL: string,
  mailbox: Mailbox,
  meter: AuthMeter,
): Promise<Auth> {
  const { betterAuth } = await import('better-auth');
  const { getMigrations } = await import('better-auth/db/migration');
  const { admin, anonymous, magicLink, organization } = await import('better-auth/plugins');
  const { apiKey } = await import('@better-auth/api-key');
  const database = new DatabaseSync(':memory:');
  const passwords = createPasswords(meter);
  const mail = ({ email }: { readonly email: string }, token: string): Promise<void> => {
    mailbox.send(email, token);
    return Promise.resolve();
  };
  const options = {
    baseURL,
    secret: createSecret(),
    database,
    logger: { disabled: true },
    telemetry: { enabled: false },
    // Under test Better Auth checks no origin unless it is told to.
    advanced: { disableOriginCheck: false },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // Visits come faster here than anywhere; only log-ins are limited.
      max: 1_000_000,
      customRules: { '/sign-in/email': { window: WINDOW_SECONDS, max: MOST_LOGINS } },
    },
    emailAndPassword: {
      enabled: true,
      password: {
        hash: (secret: string) => passwords.hash(secret),
        verify: ({ hash, password }: { readonly hash: string; readonly password: string }) =>
          passwords.matches(hash, password),
      },
      sendResetPassword: ({ user, token }) => mail(user, token),
    },
    plugins: [
      admin(),
      anonymous(),
      magicLink({ sendMagicLink: ({ email, token }) => mail({ email }, token) }),
      organization(),
      apiKey({ enableSessionForAPIKeys: true }) as never,
      authMetrics(meter, PROXY),
    ],
  } satisfies BetterAuthOptions;
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  const { adapter, internalAdapter } = await auth.$context;
  return {
    handle: observeHandler(auth.handler, meter, PROXY),
    createAccount: async ({ email, password: secret, role, isBanned }) => {
      const user = await adapter.create<{ readonly id: string }>({
        model: 'user',
        data: { email, name: email, emailVerified: true, role, banned: isBanned },
      });
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await passwords.hash(secret),
      });
    },
    checkDatabase: () => {
      database.prepare('SELECT 1').get();
    },
    close: () => {
      database.close();
    },
  };
}
