import { ServiceError } from '../service-error';
import { readBearer } from './bearer-token';

interface Introspection {
  readonly active: boolean;
  readonly sub?: string;
}

/**
 * The partner for whose token the partners' identity provider vouches. Source: RFC 7662.
 *
 * @throws ServiceError whose code says why not
 */
export async function checkPartnerToken(
  introspectionUrl: string,
  authorization: string | undefined,
): Promise<{ readonly id: string }> {
  const { active, sub } = await introspect(introspectionUrl, readBearer(authorization));
  if (!active || sub === undefined) throw new ServiceError('INVALID_TOKEN');
  return { id: sub };
}

async function introspect(url: string, token: string): Promise<Introspection> {
  try {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ token }) });
    return (await answer.json()) as Introspection;
  } catch (error) {
    throw new ServiceError('PROVIDER_UNAVAILABLE', { cause: error });
  }
}
