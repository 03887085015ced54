import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { readTextFields } from './read-text-fields';

/** Sends a mail. Who asks does not learn whether the account exists. */
export function requestReset(
  { meter, accounts, passwordResets, mailbox }: ServiceParts,
  body: unknown,
): void {
  const { email } = readTextFields(body, ['email']);
  const account = accounts.findByEmail(email);
  if (account === undefined) return;
  mailbox.send(account.email, passwordResets.issue(account.id));
  meter.record({ kind: 'password_reset', event: 'email_sent', accountId: account.id });
}

/**
 * The mailed token and a new password. Ends all sessions.
 *
 * @throws ServiceError whose code says why not
 */
export function confirmReset(parts: ServiceParts, body: unknown): Promise<void> {
  const { meter, accounts, passwords, passwordResets, lockout, sessions } = parts;
  return meter.observe('password_reset', { event: 'completed' }, async () => {
    const { token, password } = readTextFields(body, ['token', 'password']);
    const passwordDigest = await passwords.hash(password);
    const account = accounts.find(passwordResets.redeem(token));
    if (account === undefined) throw new ServiceError('USER_NOT_FOUND');
    accounts.setPassword(account.id, passwordDigest);
    lockout.unlock(account);
    sessions.endAllOf(account.id, 'password_change');
  });
}
