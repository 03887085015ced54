import type { VerdictFacts } from '@authmeter/core';
import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { grantTokens, type Grant } from './grant-tokens';
import { readTextFields } from './read-text-fields';

/**
 * E-mail and password for an access token and a session.
 *
 * @throws ServiceError whose code says why not
 */
export async function logIn(parts: ServiceParts, body: unknown): Promise<Grant> {
  const { accounts, passwords, lockout, sessions } = parts;
  const { email, password } = readTextFields(body, ['email', 'password']);
  const account = accounts.findByEmail(email);
  if (account !== undefined) lockout.requireUnlocked(account);
  const isRight = await passwords.matches(account?.passwordDigest, password);
  if (account === undefined) throw new ServiceError('USER_NOT_FOUND');
  if (!isRight) {
    lockout.noteFailure(account);
    throw new ServiceError('INVALID_CREDENTIALS');
  }
  if (account.isDisabled === 1) throw new ServiceError('USER_DISABLED');
  lockout.noteSuccess(account);
  const sessionId = sessions.start(account.id);
  return grantTokens(parts, account, { sessionId, grantType: 'password' });
}

/** Whose login a form is, also one that will fail; undefined where there is no such account. */
export function accountOfForm({ accounts }: ServiceParts, body: unknown): VerdictFacts | undefined {
  const { email } = (body ?? {}) as { readonly email?: unknown };
  const account = typeof email === 'string' ? accounts.findByEmail(email) : undefined;
  return account === undefined ? undefined : { accountId: account.id };
}
