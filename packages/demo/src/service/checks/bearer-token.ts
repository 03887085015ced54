import { ServiceError } from '../service-error';

const BEARER = /^bearer +(\S+)$/i;

/**
 * The bearer token of an `Authorization` header.
 *
 * @throws ServiceError `MISSING_CREDENTIALS` or `MALFORMED_CREDENTIALS`
 */
export function readBearer(authorization: string | undefined): string {
  if (authorization === undefined) throw new ServiceError('MISSING_CREDENTIALS');
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) throw new ServiceError('MALFORMED_CREDENTIALS');
  return token;
}
