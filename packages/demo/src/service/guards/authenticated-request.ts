import type { Request } from 'express';
import { ServiceError } from '../service-error';
import type { AccessClaims } from '../tokens/access-tokens';

/** A request behind a guard. The fields are where auth libraries put them, so Authmeter knows whom it was. */
export interface AuthenticatedRequest extends Request {
  /** Behind the guard for access tokens. */
  auth?: AccessClaims;
  /** Behind the guards for API keys and partners. */
  user?: { readonly id: string };
}

/**
 * The claims that the guard in front accepted.
 *
 * @throws ServiceError `MISSING_CREDENTIALS` where a route has no guard
 */
export function claimsOf({ auth }: AuthenticatedRequest): AccessClaims {
  if (auth === undefined) throw new ServiceError('MISSING_CREDENTIALS');
  return auth;
}

const BEARER = /^bearer +(\S+)$/i;

/**
 * The bearer token of a request.
 *
 * @throws ServiceError `MISSING_CREDENTIALS` or `MALFORMED_CREDENTIALS`
 */
export function readBearer(request: Request): string {
  const header = request.get('authorization');
  if (header === undefined) throw new ServiceError('MISSING_CREDENTIALS');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw new ServiceError('MALFORMED_CREDENTIALS');
  return token;
}
