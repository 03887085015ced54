import { observeAuth } from '@authmeter/express';
import type { NextFunction, Request, Response } from 'express';
import type { Role } from '../../service/accounts/accounts';
import { checkAccessToken } from '../../service/checks/check-access-token';
import { checkCompanyToken } from '../../service/checks/check-company-token';
import { checkApiKey } from '../../service/checks/check-api-key';
import { checkPartnerToken } from '../../service/checks/check-partner-token';
import { checkRole } from '../../service/checks/check-role';
import type { ServiceParts } from '../../service/service-parts';
import type { AccessClaims } from '../../service/tokens/access-tokens';

/** A request behind a guard. The fields are where auth libraries put them, so Authmeter knows whom it was. */
export interface AuthenticatedRequest extends Request {
  /** Behind the guard for access tokens. */
  auth?: AccessClaims;
  /** Behind the guards for API keys and partners. */
  user?: { readonly id: string };
}

/** Lets pass who presents an access token whose session is still open. */
export function requireAccessToken(parts: ServiceParts) {
  const guard = (request: AuthenticatedRequest, _response: Response, next: NextFunction): void => {
    request.auth = checkAccessToken(parts, request.get('authorization'));
    next();
  };
  return observeAuth(guard, { meter: parts.meter, method: 'jwt' });
}

/** Lets pass which machine presents an API key. */
export function requireApiKey(parts: ServiceParts) {
  const guard = (request: AuthenticatedRequest, _response: Response, next: NextFunction): void => {
    request.user = checkApiKey(parts, request.get('x-api-key'));
    next();
  };
  return observeAuth(guard, { meter: parts.meter, method: 'api_key' });
}

/** Lets pass whose token the partners' identity provider vouches for. */
export function requirePartnerToken({ meter }: ServiceParts, introspectionUrl: string) {
  const guard = async (
    request: AuthenticatedRequest,
    _response: Response,
    next: NextFunction,
  ): Promise<void> => {
    request.user = await checkPartnerToken(introspectionUrl, request.get('authorization'));
    next();
  };
  return observeAuth(guard, { meter, method: 'oauth' });
}

/** Lets pass who presents a token of the company's identity provider. */
export function requireCompanyToken(parts: ServiceParts) {
  const guard = async (
    request: Request,
    _response: Response,
    next: NextFunction,
  ): Promise<void> => {
    const auth = await checkCompanyToken(parts, request.get('authorization'));
    Object.assign(request, { auth });
    next();
  };
  return observeAuth(guard, { meter: parts.meter, method: 'jwt' });
}

/** Lets pass who has a role; mounted behind the guard for access tokens. */
export function requireRole(parts: ServiceParts, role: Role) {
  return (request: AuthenticatedRequest, _response: Response, next: NextFunction): void => {
    checkRole(parts, role, request.auth);
    next();
  };
}
