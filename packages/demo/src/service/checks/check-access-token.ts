import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import type { AccessClaims } from '../tokens/access-tokens';
import { readBearer } from './bearer-token';

/**
 * The claims of an access token whose session is still open.
 *
 * @throws JsonWebTokenError, or ServiceError whose code says why not
 */
export function checkAccessToken(
  { meter, accessTokens, sessions }: ServiceParts,
  authorization: string | undefined,
): AccessClaims {
  const token = readBearer(authorization);
  return meter.observe('token_validate', {}, () => {
    const claims = accessTokens.verify(token);
    if (sessions.ownerOf(claims.sid) === undefined) throw new ServiceError('TOKEN_REVOKED');
    return claims;
  });
}
