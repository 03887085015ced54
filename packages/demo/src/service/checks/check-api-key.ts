import { ServiceError } from '../service-error';
import type { ServiceParts } from '../service-parts';

/**
 * The account in whose name a machine calls.
 *
 * @throws ServiceError whose code says why not
 */
export function checkApiKey(
  { apiKeys }: ServiceParts,
  secret: string | undefined,
): { readonly id: string } {
  if (secret === undefined) throw new ServiceError('MISSING_CREDENTIALS');
  return { id: apiKeys.verify(secret).accountId };
}
