import type { Role } from '../accounts/accounts';
import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';
import type { AccessClaims } from '../tokens/access-tokens';

/**
 * Asks whether somebody may do what a role may.
 *
 * @throws ServiceError `INSUFFICIENT_ROLE`, or `MISSING_CREDENTIALS` where nobody is known
 */
export function checkRole(
  { meter }: ServiceParts,
  role: Role,
  claims: AccessClaims | undefined,
): void {
  meter.observe('authorize', { policy: role }, () => {
    if (claims === undefined) throw new ServiceError('MISSING_CREDENTIALS');
    if (claims.role !== role) throw new ServiceError('INSUFFICIENT_ROLE');
  });
}
