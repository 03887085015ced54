import type { Response } from 'express';
import type { GrantType } from '@authmeter/core/conventions';
import type { Account } from '../accounts/accounts';
import type { ServiceParts } from '../service-parts';
import { setSessionCookies } from '../sessions/session-cookies';

/** Answers with a fresh access token, and puts the next refresh token into the browser's cookies. */
export function grantTokens(
  { accessTokens, refreshTokens }: ServiceParts,
  response: Response,
  account: Account,
  session: { readonly sessionId: string; readonly grantType: GrantType },
): void {
  const { sessionId, grantType } = session;
  const accountId = account.id;
  setSessionCookies(response, refreshTokens.issue({ accountId, sessionId }, grantType));
  response.json({ accessToken: accessTokens.issue(account, sessionId, grantType) });
}
