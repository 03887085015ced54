import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import type { ServiceParts } from '../service-parts';
import { readBearer } from './bearer-token';

/**
 * The claims of a token of the company's identity provider.
 *
 * @throws what jose throws, or ServiceError whose code says why not
 */
export async function checkCompanyToken(
  { meter, signOn }: ServiceParts,
  authorization: string | undefined,
): Promise<JWTPayload> {
  const token = readBearer(authorization);
  return meter.observe('token_validate', {}, () => signOn.verify(token));
}
