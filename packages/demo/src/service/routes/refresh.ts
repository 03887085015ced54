import type { Request, Response } from 'express';
import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { isOwnPage, readRefreshCookie } from '../sessions/session-cookies';
import { grantTokens } from './grant-tokens';

/** `POST /auth/refresh`: the refresh token of the cookie for its successor and a fresh access token. */
export function createRefresh(parts: ServiceParts) {
  const { meter, accounts, refreshTokens } = parts;
  return (request: Request, response: Response): void => {
    meter.observe('token_refresh', {}, () => {
      const token = readRefreshCookie(request);
      if (!isOwnPage(request)) throw new ServiceError('CSRF_FAILED');
      const { accountId, sessionId } = refreshTokens.redeem(token);
      const account = accounts.find(accountId);
      if (account === undefined) throw new ServiceError('USER_NOT_FOUND');
      grantTokens(parts, response, account, { sessionId, grantType: 'refresh_token' });
    });
  };
}
