import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import { isOwnPage, readRefreshCookie, type PageHeaders } from '../sessions/session-cookies';
import { grantTokens, type Grant } from './grant-tokens';

/**
 * The refresh token of the cookie for its successor and a fresh access token.
 *
 * @throws ServiceError whose code says why not
 */
export function refresh(parts: ServiceParts, headers: PageHeaders): Grant {
  const { meter, accounts, refreshTokens } = parts;
  return meter.observe('token_refresh', {}, () => {
    const token = readRefreshCookie(headers);
    if (!isOwnPage(headers)) throw new ServiceError('CSRF_FAILED');
    const { accountId, sessionId } = refreshTokens.redeem(token);
    const account = accounts.find(accountId);
    if (account === undefined) throw new ServiceError('USER_NOT_FOUND');
    return grantTokens(parts, account, { sessionId, grantType: 'refresh_token' });
  });
}
