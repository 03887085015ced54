import { observeLogin } from '@authmeter/express';
import type { Request, Response } from 'express';
import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { grantTokens } from './grant-tokens';
import { readTextFields } from './read-text-fields';

/** `POST /auth/login`: e-mail and password for an access token and a session. */
export function createLogin(parts: ServiceParts) {
  const { meter, accounts, passwords, lockout, sessions } = parts;
  const logIn = async (request: Request, response: Response): Promise<void> => {
    const { email, password } = readTextFields(request, ['email', 'password']);
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
    grantTokens(parts, response, account, { sessionId, grantType: 'password' });
  };
  return observeLogin(logIn, {
    meter,
    identify: (request) => {
      const { body } = request as Request<unknown, unknown, { email?: unknown } | undefined>;
      const email = body?.email;
      const account = typeof email === 'string' ? accounts.findByEmail(email) : undefined;
      return account === undefined ? undefined : { accountId: account.id };
    },
  });
}
