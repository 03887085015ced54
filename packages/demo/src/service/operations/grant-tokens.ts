import type { GrantType } from '@authmeter/core/conventions';
import type { Account } from '../accounts/accounts';
import type { ServiceParts } from '../service-parts';

/** What somebody gets who has proved to be an account's owner. */
export interface Grant {
  /** For the body of the answer. */
  readonly accessToken: string;
  /** For a cookie. */
  readonly refreshToken: string;
}

/** A fresh access token, and the next refresh token of the session. */
export function grantTokens(
  { accessTokens, refreshTokens }: ServiceParts,
  account: Account,
  { sessionId, grantType }: { readonly sessionId: string; readonly grantType: GrantType },
): Grant {
  const accountId = account.id;
  return {
    refreshToken: refreshTokens.issue({ accountId, sessionId }, grantType),
    accessToken: accessTokens.issue(account, sessionId, grantType),
  };
}
