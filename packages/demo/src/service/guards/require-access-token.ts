import type { AuthMeter } from '@authmeter/core';
import { observeAuth } from '@authmeter/express';
import type { NextFunction, Response } from 'express';
import { ServiceError } from '../service-error';
import type { Sessions } from '../sessions/sessions';
import type { AccessTokens } from '../tokens/access-tokens';
import { readBearer, type AuthenticatedRequest } from './authenticated-request';

/** What the guard asks. */
export interface AccessTokenChecks {
  readonly meter: AuthMeter;
  readonly accessTokens: AccessTokens;
  readonly sessions: Sessions;
}

/** Lets pass who presents an access token whose session is still open. */
export function requireAccessToken({ meter, accessTokens, sessions }: AccessTokenChecks) {
  const guard = (request: AuthenticatedRequest, _response: Response, next: NextFunction): void => {
    const token = readBearer(request);
    request.auth = meter.observe('token_validate', {}, () => {
      const claims = accessTokens.verify(token);
      if (sessions.ownerOf(claims.sid) === undefined) throw new ServiceError('TOKEN_REVOKED');
      return claims;
    });
    next();
  };
  return observeAuth(guard, { meter, method: 'jwt' });
}
