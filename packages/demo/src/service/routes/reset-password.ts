import type { Request, Response } from 'express';
import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { readTextFields } from './read-text-fields';

const ACCEPTED = 202;
const NO_CONTENT = 204;

/** `POST /auth/password-reset`: sends a mail. The answer does not tell whether the account exists. */
export function createResetRequest({ meter, accounts, passwordResets, mailbox }: ServiceParts) {
  return (request: Request, response: Response): void => {
    const { email } = readTextFields(request, ['email']);
    const account = accounts.findByEmail(email);
    if (account !== undefined) {
      mailbox.send(account.email, passwordResets.issue(account.id));
      meter.record({ kind: 'password_reset', event: 'email_sent', accountId: account.id });
    }
    response.status(ACCEPTED).end();
  };
}

/** `POST /auth/password-reset/confirm`: the mailed token and a new password. Ends all sessions. */
export function createResetConfirmation(parts: ServiceParts) {
  const { meter, accounts, passwords, passwordResets, lockout, sessions } = parts;
  return async (request: Request, response: Response): Promise<void> => {
    await meter.observe('password_reset', { event: 'completed' }, async () => {
      const { token, password } = readTextFields(request, ['token', 'password']);
      const passwordDigest = await passwords.hash(password);
      const account = accounts.find(passwordResets.redeem(token));
      if (account === undefined) throw new ServiceError('USER_NOT_FOUND');
      accounts.setPassword(account.id, passwordDigest);
      lockout.unlock(account);
      sessions.endAllOf(account.id, 'password_change');
    });
    response.status(NO_CONTENT).end();
  };
}
